using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// A list that only grows. A snapshot costs nothing and never changes: entries before its length are never written again,
/// so that a live recorder can hand out evidence at constant cost.
/// </summary>
internal struct AppendOnly<T>
{
    private T[] _items;

    public AppendOnly() => _items = [];

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(16, 2 * Count));
        _items[Count++] = item;
    }

    public readonly ReadOnlyMemory<T> Snapshot() => _items.AsMemory(0, Count);

    public readonly ImmutableArray<T> ToImmutable() => [.. _items.AsSpan(0, Count)];
}
