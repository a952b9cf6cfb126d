using System.Diagnostics.CodeAnalysis;

namespace DynamoToolkit;

/// <summary>
/// A place in a query or scan, to continue from in another request: opaque text, safe in a URL. It is bound to the table, index, key
/// condition and order that it was created for. Any other query refuses it.
/// </summary>
public sealed class PageToken : IEquatable<PageToken>, IParsable<PageToken>
{
    private readonly string text;

    private PageToken(string text) => this.text = text;

    /// <summary>
    /// Creates a token from its text. The query that continues from it checks whether it is intact and belongs to the query.
    /// </summary>
    public static PageToken Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new PageToken(text);
    }

    /// <inheritdoc/>
    static PageToken IParsable<PageToken>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<PageToken>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PageToken result)
    {
        result = string.IsNullOrEmpty(s) ? null : new PageToken(s);
        return result is not null;
    }

    /// <inheritdoc/>
    public bool Equals(PageToken? other) => other is not null && other.text == text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PageToken);

    /// <inheritdoc/>
    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The token's text.</summary>
    public override string ToString() => text;
}
