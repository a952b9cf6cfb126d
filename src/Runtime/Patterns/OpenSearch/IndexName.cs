using System.Security.Cryptography;
using System.Text;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>The names of indexes in OpenSearch.</summary>
internal static class IndexName
{
    private const int MaxBytes = 255;

    // What OpenSearch refuses ("Create index"), and the percent sign, so that a name stands in a path as it is.
    private const string Refused = " ,:\"*+/\\|?#<>%";

    /// <summary>The name of a type's index.</summary>
    /// <param name="options">The options, which may have another name.</param>
    /// <param name="tableName">The physical name of the table.</param>
    /// <param name="typeName">The item type's name.</param>
    /// <exception cref="ArgumentException">OpenSearch would refuse the name.</exception>
    public static string Of(OpenSearchOptions options, string tableName, string typeName)
    {
        if (options.IndexNames.TryGetValue(typeName, out var chosen))
        {
            ThrowIfInvalid(chosen);
            return chosen;
        }

        // Tables whose names differ in case alone must not share an index.
        var name = $"{tableName}-{typeName}".ToLowerInvariant();
        if (tableName.Any(char.IsUpper))
            name += $"-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tableName)).AsSpan(0, 4))}";
        ThrowIfInvalid(name);
        return name;
    }

    /// <exception cref="ArgumentException">OpenSearch would refuse the name.</exception>
    public static void ThrowIfInvalid(string name)
    {
        if (string.IsNullOrEmpty(name)
            || name.Any(static c => char.IsUpper(c) || c is <= ' ' or > '~' || Refused.Contains(c, StringComparison.Ordinal))
            || name[0] is '_' or '-' or '.'
            || name.Length > MaxBytes)
        {
            throw new ArgumentException(
                $"'{name}' can't be the name of an index in OpenSearch. Use at most {MaxBytes} lower-case letters, digits, dots, hyphens "
                + $"and underscores, and begin with a letter or digit. Set another one in {nameof(OpenSearchOptions.IndexNames)}.");
        }
    }
}
