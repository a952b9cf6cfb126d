using System.Buffers;

namespace DynamoToolkit.Protocol;

/// <summary>DynamoDB's rule for names of tables and indexes ("Supported data types and naming rules in Amazon DynamoDB").</summary>
internal static class TableNames
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    public static void Check(string name)
    {
        if (name.Length is >= 3 and <= 255 && !name.AsSpan().ContainsAnyExcept(Allowed))
            return;

        throw new ArgumentException(
            $"'{name}' is not a table name: DynamoDB accepts 3 to 255 characters from A-Z, a-z, 0-9, '_', '-' and '.'. "
            + "Check TableNamePrefix and TableNames.",
            nameof(name));
    }
}
