using System.Buffers;

namespace DynamoToolkit.Protocol;

/// <summary>DynamoDB's rule for names of tables and indexes.</summary>
internal static class TableNames
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    public static void Check(string name)
    {
        if (name.Length is >= 3 and <= 255 && !name.AsSpan().ContainsAnyExcept(Allowed))
            return;

        throw new ArgumentException($"'{name}' is no table name: DynamoDB takes 3 to 255 of A-Z, a-z, 0-9, '_', '-' and '.'. Check TableNamePrefix and TableNames.", nameof(name));
    }
}
