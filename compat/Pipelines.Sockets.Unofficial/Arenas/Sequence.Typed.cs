namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>
/// Elements that an <see cref="Arena{T}"/> handed out. Always one segment here, so enumerating the spans gives one span.
/// </summary>
public readonly struct Sequence<T>
{
    private readonly T[]? _array;
    private readonly int _offset;
    private readonly int _length;

    internal Sequence(T[] array, int offset, int length)
    {
        _array = array;
        _offset = offset;
        _length = length;
    }

    public long Length => _length;

    public bool IsEmpty => _length == 0;

    public bool IsSingleSegment => true;

    public Span<T> FirstSpan => new(_array, _offset, _length);

    public SpanEnumerable Spans => new(this);

    public ref T this[int index] => ref FirstSpan[index];

    public Sequence Untyped() => new(_array, _offset, _length);

    public Enumerator GetEnumerator() => new(this);

    public ref struct Enumerator
    {
        private readonly Span<T> _span;
        private int _index;

        internal Enumerator(Sequence<T> sequence)
        {
            _span = sequence.FirstSpan;
            _index = -1;
        }

        public readonly ref T Current => ref _span[_index];

        public bool MoveNext() => ++_index < _span.Length;

        /// <summary>The next element, where the caller knows that there is one.</summary>
        public ref T GetNext()
        {
            if (!MoveNext()) throw new InvalidOperationException("The sequence has no more elements.");
            return ref Current;
        }
    }

    public readonly ref struct SpanEnumerable
    {
        private readonly Sequence<T> _sequence;

        internal SpanEnumerable(Sequence<T> sequence) => _sequence = sequence;

        public SpanEnumerator GetEnumerator() => new(_sequence);
    }

    public ref struct SpanEnumerator
    {
        private readonly Span<T> _span;
        private bool _moved;

        internal SpanEnumerator(Sequence<T> sequence) => _span = sequence.FirstSpan;

        public readonly Span<T> Current => _span;

        public bool MoveNext()
        {
            var first = !_moved && !_span.IsEmpty;
            _moved = true;
            return first;
        }
    }
}
