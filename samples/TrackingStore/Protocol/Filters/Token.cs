namespace TrackingStore.Protocol.Filters;

/// <summary>A piece of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; without the quotes for a quoted text.</param>
/// <param name="Source">The text as it stands in the filter, for messages.</param>
internal readonly record struct Token(TokenKind Kind, string Text, string Source)
{
    /// <summary>Whether this is the given keyword, in any case.</summary>
    public bool Is(string keyword) => Kind == TokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this is the given punctuation.</summary>
    public bool IsMark(string mark) => Kind == TokenKind.Punctuation && Text == mark;
}
