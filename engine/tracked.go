package main

import (
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
)

// reads remembers which value of an object an expression has read last: where it ends is what it fails for.
type reads struct {
	last []any
}

// track stands for a value of an object, the way to which is known.
func (r *reads) track(value ref.Val, way []any) ref.Val {
	switch v := value.(type) {
	case traits.Mapper:
		return &trackedMap{Mapper: v, reads: r, way: way}
	case traits.Lister:
		return &trackedList{Lister: v, reads: r, way: way}
	}
	return value
}

func (r *reads) step(value ref.Val, way []any, key ref.Val) ref.Val {
	below := append(way[:len(way):len(way)], key.Value())
	r.last = below
	if value == nil {
		return nil
	}
	return r.track(value, below)
}

type trackedMap struct {
	traits.Mapper
	reads *reads
	way   []any
}

func (m *trackedMap) Find(key ref.Val) (ref.Val, bool) {
	value, found := m.Mapper.Find(key)
	return m.reads.step(value, m.way, key), found
}

func (m *trackedMap) Get(key ref.Val) ref.Val {
	return m.reads.step(m.Mapper.Get(key), m.way, key)
}

type trackedList struct {
	traits.Lister
	reads *reads
	way   []any
}

func (l *trackedList) Get(index ref.Val) ref.Val {
	return l.reads.step(l.Lister.Get(index), l.way, index)
}

func (l *trackedList) Iterator() traits.Iterator {
	return &trackedIterator{Iterator: l.Lister.Iterator(), list: l}
}

// Add keeps the ways of the items, for lists of containers are often joined before they are looked at.
func (l *trackedList) Add(other ref.Val) ref.Val {
	items := []ref.Val{}
	for i, it := 0, l.Lister.Iterator(); it.HasNext() == types.True; i++ {
		items = append(items, l.reads.track(it.Next(), append(l.way[:len(l.way):len(l.way)], int64(i))))
	}
	return types.NewRefValList(types.DefaultTypeAdapter, items).(traits.Lister).Add(other)
}

// trackedIterator takes an item that is no map or list for read when the next one is asked for: a macro that ends early has taken one more than it looked at.
type trackedIterator struct {
	traits.Iterator
	list    *trackedList
	next    int64
	pending []any
}

func (i *trackedIterator) HasNext() ref.Val {
	if i.pending != nil {
		i.list.reads.last = i.pending
		i.pending = nil
	}
	return i.Iterator.HasNext()
}

func (i *trackedIterator) Next() ref.Val {
	value := i.Iterator.Next()
	way := append(i.list.way[:len(i.list.way):len(i.list.way)], i.next)
	i.next++
	tracked := i.list.reads.track(value, way)
	if tracked == value {
		i.pending = way
	}
	return tracked
}
