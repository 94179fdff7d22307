namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>
/// A sequence that has forgotten its element type, so that a struct may hold a sequence of its own kind.
/// </summary>
public readonly struct Sequence
{
    private readonly Array? _array;
    private readonly int _offset;
    private readonly int _length;

    internal Sequence(Array? array, int offset, int length)
    {
        _array = array;
        _offset = offset;
        _length = length;
    }

    public long Length => _length;

    /// <summary>The sequence as it was; throws <see cref="InvalidCastException"/> for another element type.</summary>
    public Sequence<T> Cast<T>() => _array is null ? default : new Sequence<T>((T[])_array, _offset, _length);
}
