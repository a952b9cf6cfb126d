namespace DynamoToolkit.Local.Doors;

/// <summary>Request ids in the form of the service: 52 letters and digits.</summary>
internal static class RequestIds
{
    private const int Length = 52;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>A new id.</summary>
    public static string Next() => string.Create(Length, Random.Shared, static (id, random) =>
    {
        Span<byte> bytes = stackalloc byte[Length];
        random.NextBytes(bytes);
        for (var i = 0; i < id.Length; i++)
            id[i] = Alphabet[(bytes[i] * Alphabet.Length) >> 8];
    });
}
