using System.Buffers;

namespace DynamoToolkit.Wire;

/// <summary>
/// A growing, contiguous buffer of UTF-8 bytes over a pooled array. Requests are written into one and responses are read from one;
/// <see cref="Dispose"/> returns both the array and this object for reuse, so that a warm program allocates neither.
/// </summary>
/// <remarks>Not safe for concurrent use. After <see cref="Dispose"/> the object belongs to the pool and must not be touched.</remarks>
public sealed class WireBuffer : IBufferWriter<byte>, IDisposable
{
    private const int DefaultCapacity = 4096;
    private const int MaxKeptPerThread = 8;

    /// <summary>
    /// A buffer keeps an array of at most this size for its next use: the shared pool keeps only one array of a size per thread without a
    /// lock, and a request often needs two.
    /// </summary>
    private const int MaxKeptCapacity = 2 * DefaultCapacity;

    /// <summary>
    /// A larger array does not go back to the shared pool, which would keep it for minutes, and one of each size for each thread.
    /// </summary>
    private const int MaxPooledCapacity = 4 * 1024 * 1024;

    [ThreadStatic]
    private static Stack<WireBuffer>? pool;

    private byte[] array = [];
    private byte[] kept = [];
    private int length;

    private WireBuffer()
    {
    }

    /// <summary>The bytes written so far.</summary>
    public ReadOnlySpan<byte> WrittenSpan => array.AsSpan(0, length);

    /// <summary>The bytes written so far.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => array.AsMemory(0, length);

    /// <summary>The number of bytes written so far.</summary>
    public int Length => length;

    /// <summary>Takes an empty buffer from the pool.</summary>
    /// <param name="capacity">The minimum number of bytes that it holds before it has to grow.</param>
    public static WireBuffer Rent(int capacity = DefaultCapacity)
    {
        var buffer = pool is { Count: > 0 } ? pool.Pop() : new WireBuffer();
        buffer.array = buffer.TakeKept(capacity);
        buffer.length = 0;
        return buffer;
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, array.Length - length);
        length += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return array.AsMemory(length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return array.AsSpan(length);
    }

    /// <summary>Appends bytes unchanged.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        EnsureFree(bytes.Length);
        bytes.CopyTo(array.AsSpan(length));
        length += bytes.Length;
    }

    /// <summary>Discards the content and keeps the memory.</summary>
    public void Clear() => length = 0;

    /// <summary>Returns the memory and this object to the pool. Call it once: afterwards another caller may own the object.</summary>
    public void Dispose()
    {
        if (array.Length == 0)
            return;

        var old = array;
        array = [];
        length = 0;
        pool ??= new Stack<WireBuffer>(MaxKeptPerThread);
        var isKept = pool.Count < MaxKeptPerThread;
        if (isKept && old.Length is >= DefaultCapacity and <= MaxKeptCapacity)
            kept = old;
        else
            Return(old);

        if (isKept)
            pool.Push(this);
    }

    /// <summary>The whole array, starting with the written part. The item writer, which uses it, tracks its own position.</summary>
    internal Span<byte> Whole => array;

    /// <summary>Sets the number of bytes that count as written.</summary>
    internal void SetLength(int value) => length = value;

    private byte[] TakeKept(int capacity)
    {
        var taken = kept;
        kept = [];
        if (taken.Length >= capacity)
            return taken;
        if (taken.Length > 0)
            Return(taken);
        return ArrayPool<byte>.Shared.Rent(capacity);
    }

    private void EnsureFree(int size)
    {
        if (array.Length - length < Math.Max(size, 1))
            Grow(size);
    }

    private void Grow(int size)
    {
        var needed = checked(length + Math.Max(size, 1));
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, (int)Math.Min(Array.MaxLength, array.Length * 2L)));
        array.AsSpan(0, length).CopyTo(larger);
        Return(array);
        array = larger;
    }

    private static void Return(byte[] array)
    {
        if (array.Length <= MaxPooledCapacity)
            ArrayPool<byte>.Shared.Return(array);
    }
}
