FROM node:26-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node, so the pinned ones go. Other optional packages carry native readers.
RUN npm ci --omit=dev && rm -rf node_modules/node-* node_modules/.bin/node

FROM node:26-bookworm-slim AS dashboard
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
# The dashboard's settings extend these.
COPY tsconfig.json ./
COPY events ./events
COPY projections ./projections
COPY src ./src
RUN node src/build/build-dashboard.ts

FROM node:26-bookworm-slim
ENV NODE_ENV=production LEDGER_DATA=/data LEDGER_SEED_FILE=/keys/seed LEDGER_SECRETS_FILE=/keys/secrets.sqlite LEDGER_HOST=0.0.0.0 LEDGER_AUTHENTICATION=required
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY events ./events
COPY projections ./projections
COPY src ./src
COPY --from=dashboard /app/dist ./dist
RUN mkdir /data /keys && chown node:node /data /keys
USER node
VOLUME /data /keys
EXPOSE 4400
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.LEDGER_PORT || 4400}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
