using System.Security.Cryptography;
using System.Text;
using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit;

/// <summary>The text of values in a key: escaped, so that different values have different texts.</summary>
internal static class ValueKey
{
    /// <summary>Longer keys have a hash instead of the values. A partition key has at most 2,048 bytes.</summary>
    private const int MaxBytes = 1000;

    /// <summary>Begins a hash. A value never looks like this: a percent sign in it is escaped.</summary>
    private const string HashPrefix = "%sha256-";

    /// <summary>The key.</summary>
    /// <param name="start">The text before the values.</param>
    /// <param name="values">The values.</param>
    public static string Of(string start, ReadOnlySpan<KeyValue> values)
    {
        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
            text.Append(i > 0 ? "#" : "").Append(KeyEscape.Of(values[i].ToString()));

        var key = start + text;
        return Encoding.UTF8.GetByteCount(key) <= MaxBytes
            ? key
            : start + HashPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
