// Checks bundles and proofs with golang.org/x/mod/sumdb, which shares no code with the ledger:
//
//	check <bundle> <vkey> [<kept checkpoint>...]   ends as docs/verify-bundle.py does
//	check proofs                                   checks what standard input asks, a line each
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var std, url = base64.StdEncoding.Strict(), base64.RawURLEncoding.Strict()

func need(holds bool, what string, more ...interface{}) {
	if !holds {
		fmt.Println(append([]interface{}{"NOT PROVEN:", what}, more...)...)
		os.Exit(1)
	}
}

func check(err error, what string, more ...interface{}) {
	need(err == nil, what, append(more, err)...)
}

func verifier(vkey string) note.Verifier {
	key, err := note.NewVerifier(vkey)
	check(err, "a key")
	return key
}

func decoded(encoding *base64.Encoding, text string) []byte {
	data, err := encoding.DecodeString(text)
	check(err, "base64")
	return data
}

// A tree in memory, as tlog stores it.
type tree struct {
	hashes []tlog.Hash
	size   int64
}

func (t *tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		found[i] = t.hashes[index]
	}
	return found, nil
}

func (t *tree) add(header string) {
	hashes, err := tlog.StoredHashesForRecordHash(t.size, tlog.RecordHash([]byte(header)), t)
	check(err, "a leaf")
	t.hashes = append(t.hashes, hashes...)
	t.size++
}

func (t *tree) root(size int64) tlog.Hash {
	root, err := tlog.TreeHash(size, t)
	check(err, "a root")
	return root
}

type header struct {
	Origin, Type, RecordedAt, BodyDigest string
	Revision                             int64
	Level                                *string
}

// The keys of a log, as its entries hand it from one to the next.
type history struct {
	vkeys []string
	last  int64
}

func (h *history) follow(origin string, revision int64, body string) {
	var change struct{ From, To, Signature string }
	check(json.Unmarshal([]byte(body), &change), "a change of the key")
	need(len(h.vkeys) == 0 || h.vkeys[len(h.vkeys)-1] == change.From, "a key that does not sign")
	text := fmt.Sprintf("diplomacy-ledger/key-change/1\n%s\n%d\n%s\n", origin, revision, change.To)
	old := verifier(change.From)
	need(old.Name() == origin && verifier(change.To).Name() == origin, "a key of another log")
	need(old.Verify([]byte(text), decoded(std, change.Signature)), "a change that is not signed")
	if len(h.vkeys) == 0 {
		h.vkeys = append(h.vkeys, change.From)
	}
	h.vkeys, h.last = append(h.vkeys, change.To), revision
}

// The key that signs a note which covers all entries, and what the note says.
func (h *history) opened(signed string, size int64) (note.Verifier, string) {
	last := len(h.vkeys) - 1
	key := verifier(h.vkeys[last])
	opened, err := note.Open([]byte(signed), note.VerifierList(key))
	if err != nil && last > 0 && h.last == size-1 {
		key = verifier(h.vkeys[last-1])
		opened, err = note.Open([]byte(signed), note.VerifierList(key))
	}
	check(err, "the checkpoint")
	return key, opened.Text
}

func checkpoint(origin string, size int64, root tlog.Hash) string {
	return fmt.Sprintf("%s\n%d\n%s\n", origin, size, root)
}

func verify(path, vkey string, kept []string) {
	data, err := os.ReadFile(path)
	check(err, "the bundle")
	lines := strings.Split(string(data), "\n")
	next := func() string {
		need(len(lines) > 1, "the bundle ends too early")
		line := lines[0]
		lines = lines[1:]
		return line
	}
	first := next()
	var manifest struct {
		Bundle, Origin string
		Size           int64
	}
	check(json.Unmarshal([]byte(first), &manifest), "the manifest")
	origin := verifier(vkey).Name()
	need(manifest.Bundle == "diplomacy-ledger/bundle/1" && manifest.Origin == origin, "the manifest")
	log, keys, leftOut, before := &tree{}, &history{last: -1}, 0, ""
	for i := int64(0); i < manifest.Size; i++ {
		line := next()
		need(strings.HasPrefix(line, `{"header":{`) && strings.HasSuffix(line, "}}"), "no entry", i)
		text, rest, salted := strings.Cut(line[len(`{"header":`):len(line)-1], `},"salt":"`)
		if salted {
			text += "}"
		}
		var told header
		check(json.Unmarshal([]byte(text), &told), "a header")
		need(told.Revision == i && told.Origin == origin && told.RecordedAt >= before, "a header", i)
		before = told.RecordedAt
		if salted {
			salt, body, whole := strings.Cut(rest, `","body":`)
			raw := decoded(url, salt)
			digest := sha256.Sum256(append(raw, body...))
			committed := "sha-256:" + url.EncodeToString(digest[:])
			need(whole && len(raw) == 16 && told.BodyDigest == committed, "a body", i)
			if told.Type == "log.keyRotated" || told.Type == "log.moved" {
				keys.follow(origin, i, body)
			}
		} else if told.Level == nil {
			leftOut++
		}
		log.add(text)
	}
	if len(keys.vkeys) == 0 {
		keys.vkeys = []string{vkey}
	}
	need(bytes.Contains([]byte(strings.Join(keys.vkeys, "\n")+"\n"), []byte(vkey+"\n")), "the key")
	var end struct {
		Checkpoint, Manifest, Timestamp string
		Size                            int64
	}
	check(json.Unmarshal([]byte(next()), &end), "the end")
	for stamped := int64(0); end.Timestamp != ""; {
		need(end.Size > stamped && end.Size <= log.size, "a timestamp")
		stamped = end.Size
		end.Timestamp = ""
		check(json.Unmarshal([]byte(next()), &end), "the end")
	}
	need(len(lines) == 1 && lines[0] == "", "lines after the checkpoint")
	key, text := keys.opened(end.Checkpoint, log.size)
	need(text == checkpoint(origin, log.size, log.root(log.size)), "a checkpoint of other entries")
	signed := "diplomacy-ledger/bundle-manifest/1\n" + first + "\n"
	need(key.Verify([]byte(signed), decoded(std, end.Manifest)), "the manifest is not signed")
	var all []note.Verifier
	for _, vkey := range keys.vkeys {
		all = append(all, verifier(vkey))
	}
	for _, file := range kept {
		data, err := os.ReadFile(file)
		check(err, "a kept checkpoint")
		opened, err := note.Open(data, note.VerifierList(all...))
		check(err, "a kept checkpoint")
		var size int64
		fmt.Sscan(strings.Split(opened.Text, "\n")[1], &size)
		need(size >= 1 && size <= log.size, "a kept checkpoint of more entries")
		need(opened.Text == checkpoint(origin, size, log.root(size)), "not what was kept")
	}
	if leftOut > 0 {
		os.Exit(3)
	}
}

func hash(text string) (h tlog.Hash) {
	data := decoded(std, text)
	need(len(data) == len(h), "a hash")
	copy(h[:], data)
	return h
}

func proofs() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	checked := 0
	for ; lines.Scan(); checked++ {
		part := strings.Split(lines.Text(), "\t")
		switch part[0] {
		case "note":
			opened, err := note.Open(decoded(std, part[2]), note.VerifierList(verifier(part[1])))
			check(err, "a note")
			need(len(opened.Sigs) == 1, "a note")
		case "leaf":
			need(tlog.RecordHash([]byte(part[1])) == hash(part[2]), "a leaf")
		case "inclusion", "consistency":
			var m, n int64
			fmt.Sscan(part[1], &m)
			fmt.Sscan(part[2], &n)
			var proof []tlog.Hash
			for _, text := range part[5:] {
				proof = append(proof, hash(text))
			}
			err := tlog.CheckTree(proof, n, hash(part[4]), m, hash(part[3]))
			if part[0] == "inclusion" {
				err = tlog.CheckRecord(proof, n, hash(part[4]), m, hash(part[3]))
			}
			check(err, part[0], m, n)
		default:
			need(false, part[0])
		}
	}
	fmt.Println(checked)
}

func main() {
	if os.Args[1] == "proofs" {
		proofs()
	} else {
		verify(os.Args[1], os.Args[2], os.Args[3:])
	}
}
