using System.Runtime.InteropServices;

namespace DynamoToolkit.Local.Doors;

/// <summary>Request ids in the form of the service: 52 letters and digits.</summary>
internal static class RequestIds
{
    private const int Length = 52;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    // Two characters at once: every call needs an id.
    private static readonly uint[] Pairs = [.. Alphabet.SelectMany(static _ => Alphabet, static (first, second) =>
        MemoryMarshal.Read<uint>(MemoryMarshal.AsBytes<char>([first, second])))];

    /// <summary>A new id.</summary>
    public static string Next() => string.Create(Length, Random.Shared, static (id, random) =>
    {
        Span<ushort> numbers = stackalloc ushort[Length / 2];
        random.NextBytes(MemoryMarshal.AsBytes(numbers));
        var pairs = MemoryMarshal.Cast<char, uint>(id);
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = Pairs[(numbers[i] * Pairs.Length) >> 16];
    });
}
