using System.Security.Cryptography;

namespace DynamoToolkit.Transport.Signing;

/// <summary>
/// Keeps hash contexts for reuse, because making one costs more than hashing a small request with it. There is one for each processor, so
/// that concurrent callers seldom want the same. Safe for concurrent use.
/// </summary>
/// <param name="create">Makes a context. All of them must compute the same function.</param>
internal sealed class HashPool(Func<IncrementalHash> create)
{
    /// <summary>The distance of two processors' slots: they must not share a cache line, nor a pair that is fetched together.</summary>
    private const int Stride = 16;

    private static readonly int Processors = Environment.ProcessorCount;

    /// <summary>The pool of SHA-256, which every request is hashed with.</summary>
    public static HashPool Sha256 { get; } = new(static () => IncrementalHash.CreateHash(HashAlgorithmName.SHA256));

    private readonly IncrementalHash?[] slots = new IncrementalHash?[Processors * Stride];

    /// <summary>Hashes some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="hash">Takes the hash; at least as long as it.</param>
    public void Hash(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        // Whoever takes a context out of its slot has it alone, also when the thread moves to another processor meanwhile.
        ref var slot = ref slots[(int)((uint)Thread.GetCurrentProcessorId() % (uint)Processors) * Stride];
        var context = Interlocked.Exchange(ref slot, null) ?? create();

        // If this throws, the context may hold a part of the bytes: it doesn't come back.
        context.AppendData(bytes);
        context.GetHashAndReset(hash);
        if (Interlocked.CompareExchange(ref slot, context, null) is not null)
            context.Dispose();
    }
}
