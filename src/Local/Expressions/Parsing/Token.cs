namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>A piece of an expression's text and its position.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    /// <summary>The position after the last character.</summary>
    public int End => Kind == TokenKind.End ? Start : Start + Text.Length;

    /// <summary>Whether it is this operator or punctuation mark.</summary>
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    /// <summary>Whether it is this keyword. Case does not matter.</summary>
    public bool IsKeyword(string keyword) => Kind == TokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
