// Checks the record's transparency log with somebody else's code: Go's sumdb/tlog and sumdb/note. It opens the checkpoint with
// the log's key, proves revisions picked at random to be in it, and each version's checkpoint to be a beginning of it, all over
// HTTP from tiles. Nothing of the program's own is asked for more than bytes.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// get fetches a file of the log.
func get(base, path string) ([]byte, error) {
	response, err := http.Get(base + "/log/" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("/log/%s: %s: %s", path, response.Status, body)
	}
	return body, nil
}

// tlogPath writes a tile's path as c2sp.org/tlog-tiles has it, without the height that Go's own paths begin with.
func tlogPath(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tile.H))
}

// tiles reads tiles over HTTP, each once.
type tiles struct {
	base string
	kept map[tlog.Tile][]byte
}

func (t *tiles) Height() int { return tileHeight }

func (t *tiles) ReadTiles(asked []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(asked))
	for i, tile := range asked {
		if _, ok := t.kept[tile]; !ok {
			bytes, err := get(t.base, tlogPath(tile))
			if err != nil {
				return nil, err
			}
			t.kept[tile] = bytes
		}
		data[i] = t.kept[tile]
	}
	return data, nil
}

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// openCheckpoint opens a signed note, and reads the tree in it.
func openCheckpoint(base, path string, verifiers note.Verifiers) (tlog.Tree, error) {
	message, err := get(base, path)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(message, verifiers)
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("%s: %w", path, err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != opened.Sigs[0].Name {
		return tlog.Tree{}, fmt.Errorf("%s: not a checkpoint of %s: %q", path, opened.Sigs[0].Name, opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, fmt.Errorf("%s: no root: %q", path, lines[2])
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree, nil
}

// entries splits a tile of entries.
func entries(bundle []byte) ([][]byte, error) {
	var found [][]byte
	for len(bundle) > 0 {
		if len(bundle) < 2 {
			return nil, errors.New("a tile of entries is cut off")
		}
		length := int(bundle[0])<<8 | int(bundle[1])
		if len(bundle) < 2+length {
			return nil, errors.New("a tile of entries is cut off")
		}
		found = append(found, bundle[2:2+length])
		bundle = bundle[2+length:]
	}
	return found, nil
}

type leaf struct {
	Kind     string `json:"kind"`
	ID       int64  `json:"id"`
	Revision int64  `json:"revision"`
	Version  int64  `json:"version"`
	Sha256   string `json:"sha256"`
}

// said leaves out what is null or an empty list, as the log's digests do.
func said(value any) any {
	switch value := value.(type) {
	case map[string]any:
		kept := map[string]any{}
		for name, member := range value {
			list, isList := member.([]any)
			if member != nil && !(isList && len(list) == 0) {
				kept[name] = said(member)
			}
		}
		return kept
	case []any:
		kept := make([]any, len(value))
		for i, member := range value {
			kept[i] = said(member)
		}
		return kept
	}
	return value
}

// canonical writes JSON as RFC 8785 has it: Go sorts members, and numbers are kept as the server wrote them.
func canonical(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	text := strings.TrimSuffix(out.String(), "\n")
	// Go escapes these two, which RFC 8785 leaves as they are.
	text = strings.ReplaceAll(text, `\u2028`, "\u2028")
	return []byte(strings.ReplaceAll(text, `\u2029`, "\u2029")), nil
}

// checkDigest holds what the server says of a revision against its leaf. A text that was withheld has no salt left.
func checkDigest(base string, index int64, entry []byte) (bool, error) {
	var of leaf
	if err := json.Unmarshal(entry, &of); err != nil {
		return false, err
	}
	body, err := get(base, fmt.Sprintf("revisions/%s/%d/%d.json", of.Kind, of.ID, of.Revision))
	if err != nil {
		return false, err
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	var revision struct {
		LeafIndex int64   `json:"leaf_index"`
		Salt      *string `json:"salt"`
		Record    any     `json:"record"`
	}
	if err := decoder.Decode(&revision); err != nil {
		return false, err
	}
	if revision.LeafIndex != index {
		return false, fmt.Errorf("leaf %d says it is leaf %d", index, revision.LeafIndex)
	}
	if revision.Salt == nil {
		return false, nil
	}
	salt, err := hex.DecodeString(*revision.Salt)
	if err != nil {
		return false, err
	}
	text, err := canonical(said(revision.Record))
	if err != nil {
		return false, err
	}
	digest := sha256.Sum256(append(salt, text...))
	if hex.EncodeToString(digest[:]) != of.Sha256 {
		return false, fmt.Errorf("leaf %d is a digest of something else than %s", index, text)
	}
	return true, nil
}

// goesOn proves that a tree begins with all of an earlier one.
func goesOn(earlier, later tlog.Tree, reader tlog.HashReader) error {
	if earlier.N == 0 {
		return nil
	}
	proof, err := tlog.ProveTree(later.N, earlier.N, reader)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, later.N, later.Hash, earlier.N, earlier.Hash)
}

func check(base string, revisions int, random *rand.Rand) error {
	key, err := get(base, "key")
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(key)))
	if err != nil {
		return err
	}
	verifiers := note.VerifierList(verifier)
	newest, err := openCheckpoint(base, "checkpoint", verifiers)
	if err != nil {
		return err
	}
	fmt.Printf("checkpoint of %d leaves opened with the key of %s\n", newest.N, verifier.Name())
	reader := tlog.TileHashReader(newest, &tiles{base, map[tlog.Tile][]byte{}})

	bundles := map[int64][][]byte{}
	proved, digests := 0, 0
	for ; proved < revisions; proved++ {
		index := random.Int63n(newest.N)
		at := index / (1 << tileHeight)
		if bundles[at] == nil {
			width := int(newest.N - at<<tileHeight)
			if width > 1<<tileHeight {
				width = 1 << tileHeight
			}
			// Go writes a tile of data as one of level -1.
			path := tlogPath(tlog.Tile{H: tileHeight, L: -1, N: at, W: width})
			bundle, err := get(base, strings.Replace(path, "tile/data/", "tile/entries/", 1))
			if err != nil {
				return err
			}
			if bundles[at], err = entries(bundle); err != nil {
				return err
			}
		}
		entry := bundles[at][index%(1<<tileHeight)]
		proof, err := tlog.ProveRecord(newest.N, index, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, newest.N, newest.Hash, index, tlog.RecordHash(entry)); err != nil {
			return fmt.Errorf("leaf %d: %w", index, err)
		}
		other := tlog.RecordHash(append([]byte("x"), entry...))
		if tlog.CheckRecord(proof, newest.N, newest.Hash, index, other) == nil {
			return fmt.Errorf("leaf %d: another entry is proved as well", index)
		}
		isHeld, err := checkDigest(base, index, entry)
		if err != nil {
			return err
		}
		if isHeld {
			digests++
		}
	}
	fmt.Printf("%d revisions proved to be in it, %d of them with their digests\n", proved, digests)

	response, err := http.Get(base + "/version.json")
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var last struct {
		Version int `json:"version"`
	}
	if err := json.NewDecoder(response.Body).Decode(&last); err != nil {
		return err
	}
	before := tlog.Tree{}
	for version := 1; version <= last.Version; version++ {
		tree, err := openCheckpoint(base, fmt.Sprintf("checkpoints/%d", version), verifiers)
		if err != nil {
			return err
		}
		for _, pair := range [][2]tlog.Tree{{before, tree}, {tree, newest}} {
			if err := goesOn(pair[0], pair[1], reader); err != nil {
				return fmt.Errorf("version %d: %w", version, err)
			}
		}
		before = tree
	}
	if before != newest {
		return fmt.Errorf("the checkpoint of version %d is not the newest", last.Version)
	}
	fmt.Printf("%d versions proved to go on from each other\n", last.Version)
	return nil
}

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: log-check ADDRESS REVISIONS SEED")
		os.Exit(2)
	}
	revisions, err := strconv.Atoi(os.Args[2])
	if err == nil {
		var seed int64
		if seed, err = strconv.ParseInt(os.Args[3], 10, 64); err == nil {
			err = check(os.Args[1], revisions, rand.New(rand.NewSource(seed)))
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
