using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace DynamoToolkit.Local.Values;

/// <summary>
/// The fragments of items that many items have in common (<see cref="WirePacking"/>), each with a number. A fragment gets a number when it
/// is seen for the second time. At most <see cref="MaxCount"/> are kept, and none is forgotten, because items refer to them.
/// </summary>
internal sealed class WireFragments
{
    /// <summary>The fragments of all tables of the process.</summary>
    public static readonly WireFragments Shared = new();

    /// <summary>The number of a fragment that is not kept here.</summary>
    public const int None = 0;

    /// <summary>The maximum number of fragments.</summary>
    public const int MaxCount = 8191;

    private const int MaxLength = 255;
    private const int Places = 4096;
    private readonly byte[][] texts = new byte[MaxCount + 1][];
    private readonly FragmentShape?[] shapes = new FragmentShape?[MaxCount + 1];
    private readonly ConcurrentDictionary<byte[], int> codes = new(Comparer.Instance);
    private readonly ConcurrentDictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> codesOfBytes;

    // Guesses. Threads may overwrite those of others.
    private readonly int[] followers = new int[MaxCount + 1];
    private readonly int[] sightings = new int[Places];
    private readonly Lock gate = new();
    private int count;

    public WireFragments()
    {
        Array.Fill(texts, []);
        codesOfBytes = codes.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>A fragment; empty for <see cref="None"/>.</summary>
    public ReadOnlySpan<byte> TextOf(int code) => texts[code];

    /// <summary>The shape of a fragment that has a number.</summary>
    public FragmentShape ShapeOf(int code) => shapes[code] ??= FragmentShape.Of(texts[code]);

    /// <summary>The fragments that have numbers now, the first of them number 1.</summary>
    public byte[][] Known()
    {
        lock (gate)
            return texts[1..(count + 1)];
    }

    /// <summary>Gives fragments the numbers that they had in another process.</summary>
    /// <param name="known">The fragments, as <see cref="Known"/> returned them.</param>
    /// <returns>False if another fragment has one of these numbers, or if there are too many. Nothing changes then.</returns>
    public bool TryAdopt(byte[][] known)
    {
        lock (gate)
        {
            var common = Math.Min(count, known.Length);
            for (var i = 0; i < common; i++)
            {
                if (!texts[i + 1].AsSpan().SequenceEqual(known[i]))
                    return false;
            }

            if (known.Length > MaxCount)
                return false;

            foreach (var fragment in known.AsSpan(common))
                AddNext(fragment);
            return true;
        }
    }

    /// <summary>The fragment that probably follows another one, because it did the last time.</summary>
    public int FollowerOf(int previous) => followers[previous];

    /// <summary>Finds the number of a fragment.</summary>
    /// <param name="fragment">The fragment.</param>
    /// <param name="previous">The fragment before it.</param>
    public int CodeOf(ReadOnlySpan<byte> fragment, int previous)
    {
        if (!codesOfBytes.TryGetValue(fragment, out var code))
            code = IsWorthANumber(fragment) ? Add(fragment.ToArray()) : None;
        if (code != None)
            followers[previous] = code;
        return code;
    }

    // Neither copies the fragment nor waits for anyone once there are no numbers left.
    private bool IsWorthANumber(ReadOnlySpan<byte> fragment) =>
        fragment.Length <= MaxLength && Volatile.Read(ref count) < MaxCount && IsSeenAgain(fragment);

    private bool IsSeenAgain(ReadOnlySpan<byte> fragment)
    {
        var hash = Comparer.Instance.GetHashCode(fragment);
        ref var place = ref sightings[(uint)hash % Places];
        var isAgain = place == hash;
        place = hash;
        return isAgain;
    }

    private int Add(byte[] fragment)
    {
        lock (gate)
        {
            if (codes.TryGetValue(fragment, out var code))
                return code;
            if (count == MaxCount)
                return None;

            AddNext(fragment);
            return count;
        }
    }

    // Whoever learns the number must find the text.
    private void AddNext(byte[] fragment)
    {
        Volatile.Write(ref texts[count + 1], fragment);
        codes[fragment] = ++count;
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
