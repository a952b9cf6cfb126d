using System.Runtime.InteropServices;

namespace DynamoToolkit.Local.Doors;

/// <summary>Request ids in the form of the service: 52 letters and digits.</summary>
internal static class RequestIds
{
    private const int Length = 52;
    private const int PairsInStep = sizeof(ulong) / sizeof(ushort);
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    // Two characters at once: every call over HTTP needs an id.
    private static readonly uint[] Pairs = [.. Alphabet.SelectMany(static _ => Alphabet, static (first, second) =>
        MemoryMarshal.Read<uint>(MemoryMarshal.AsBytes<char>([first, second])))];

    /// <summary>The id of a request that has a random number: always the same one.</summary>
    public static string Of(long number) => string.Create(Length, number, static (id, number) =>
    {
        var pairs = MemoryMarshal.Cast<char, uint>(id);
        var (state, bits) = ((ulong)number, 0UL);
        for (var i = 0; i < pairs.Length; i++, bits >>= 16)
        {
            if (i % PairsInStep == 0)
                bits = Next(ref state);
            pairs[i] = Pairs[((ushort)bits * Pairs.Length) >> 16];
        }
    });

    // SplitMix64: the number's bits, spread over as many as an id has.
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
