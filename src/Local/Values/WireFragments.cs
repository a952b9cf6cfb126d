using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace DynamoToolkit.Local.Values;

/// <summary>
/// The fragments of items that many items have in common (<see cref="WirePacking"/>), each with a number. A fragment gets a number when it
/// is seen for the second time. The process keeps at most <see cref="MaxCount"/>, and never forgets one, because items refer to them.
/// </summary>
internal static class WireFragments
{
    /// <summary>The number of a fragment that is not kept here.</summary>
    public const int None = 0;

    private const int MaxCount = 8191;
    private const int MaxLength = 255;
    private const int Places = 4096;
    private static readonly byte[][] Texts = NoTexts();
    private static readonly ConcurrentDictionary<byte[], int> Codes = new(Comparer.Instance);
    private static readonly ConcurrentDictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> CodesOfBytes =
        Codes.GetAlternateLookup<ReadOnlySpan<byte>>();

    // Guesses. Threads may overwrite those of others.
    private static readonly int[] Followers = new int[MaxCount + 1];
    private static readonly int[] Sightings = new int[Places];
    private static readonly Lock Gate = new();
    private static int count;

    /// <summary>A fragment; empty for <see cref="None"/>.</summary>
    public static ReadOnlySpan<byte> TextOf(int code) => Texts[code];

    /// <summary>The fragment that probably follows another one, because it did the last time.</summary>
    public static int FollowerOf(int previous) => Followers[previous];

    /// <summary>Finds the number of a fragment.</summary>
    /// <param name="fragment">The fragment.</param>
    /// <param name="previous">The fragment before it.</param>
    public static int CodeOf(ReadOnlySpan<byte> fragment, int previous)
    {
        if (!CodesOfBytes.TryGetValue(fragment, out var code))
            code = fragment.Length <= MaxLength && IsSeenAgain(fragment) ? Add(fragment.ToArray()) : None;
        if (code != None)
            Followers[previous] = code;
        return code;
    }

    private static bool IsSeenAgain(ReadOnlySpan<byte> fragment)
    {
        var hash = Comparer.Instance.GetHashCode(fragment);
        ref var place = ref Sightings[(uint)hash % Places];
        var isAgain = place == hash;
        place = hash;
        return isAgain;
    }

    private static int Add(byte[] fragment)
    {
        lock (Gate)
        {
            if (Codes.TryGetValue(fragment, out var code))
                return code;
            if (count == MaxCount)
                return None;

            // Whoever learns the number must find the text.
            Volatile.Write(ref Texts[++count], fragment);
            Codes[fragment] = count;
            return count;
        }
    }

    private static byte[][] NoTexts()
    {
        var texts = new byte[MaxCount + 1][];
        Array.Fill(texts, []);
        return texts;
    }

    private sealed class Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
