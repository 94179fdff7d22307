using System.Buffers;
using System.Runtime.CompilerServices;

namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>
/// Hands out parts of one array and takes them all back at once, so that short-lived results cost no garbage. What was
/// handed out before a <see cref="Reset"/> must not be touched after it. For one thread at a time.
/// </summary>
public sealed class Arena<T> : IDisposable
{
    private const int DefaultBlockBytes = 128 * 1024;

    private readonly int _blockLength;
    private T[] _block = [];
    private int _used;

    /// <summary>The options are hints, of which only the block size is heeded; blocks are always plain arrays.</summary>
    public Arena(ArenaOptions? options = null, Allocator<T>? allocator = null)
    {
        if (allocator is not null) throw new NotSupportedException("Arenas allocate from plain arrays only.");

        var bytes = options is { BlockSizeBytes: > 0 } ? options.BlockSizeBytes : DefaultBlockBytes;
        _blockLength = Math.Max(1, bytes / Unsafe.SizeOf<T>());
    }

    /// <summary>A cleared sequence in one segment.</summary>
    public Sequence<T> Allocate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length == 0) return default;
        if (length > _block.Length - _used)
        {
            // The sequences handed out from the old block keep it alive for as long as they are in use.
            _block = new T[Math.Max(length, _blockLength)];
            _used = 0;
        }

        var sequence = new Sequence<T>(_block, _used, length);
        _used += length;
        return sequence;
    }

    public void Reset()
    {
        if (_block.Length > _blockLength) _block = [];
        else Array.Clear(_block, 0, _used);
        _used = 0;
    }

    public void Dispose()
    {
        _block = [];
        _used = 0;
    }
}

[Flags]
public enum ArenaFlags
{
    None = 0,
    ClearAtReset = 1,
    ClearAtDispose = 2,
    PreferUnmanaged = 4,
    PreferPinned = 8,
    BlittableNonPaddedSharing = 16,
    BlittablePaddedSharing = 32,
}

public sealed class ArenaOptions(
    ArenaFlags flags = ArenaFlags.BlittableNonPaddedSharing, int blockSizeBytes = 0, Func<long, long, long>? retentionPolicy = null)
{
    public ArenaFlags Flags { get; } = flags;

    public int BlockSizeBytes { get; } = blockSizeBytes;

    public Func<long, long, long>? RetentionPolicy { get; } = retentionPolicy;
}

/// <summary>Another source of memory; named by the arena's constructor, never given.</summary>
public abstract class Allocator<T>
{
    public abstract IMemoryOwner<T> Allocate(int length);
}
