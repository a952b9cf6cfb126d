namespace DynamoToolkit.Local.Statements;

/// <summary>A piece of a statement.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The text; of quoted names and texts, the content.</param>
/// <param name="Start">Where it begins.</param>
internal readonly record struct StatementToken(StatementTokenKind Kind, string Text, int Start)
{
    /// <summary>Whether it is this operator or punctuation mark.</summary>
    public bool Is(string symbol) => Kind == StatementTokenKind.Symbol && Text == symbol;

    /// <summary>Whether it is this keyword. Case does not matter.</summary>
    public bool IsKeyword(string keyword) =>
        Kind == StatementTokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
