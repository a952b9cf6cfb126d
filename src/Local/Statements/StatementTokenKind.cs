namespace DynamoToolkit.Local.Statements;

/// <summary>The kinds of tokens of a statement.</summary>
internal enum StatementTokenKind
{
    /// <summary>A bare word: a keyword, a function or a name.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    QuotedName,

    /// <summary>A text in single quotes.</summary>
    Text,

    /// <summary>A number without its sign.</summary>
    Number,

    /// <summary>An operator or a punctuation mark.</summary>
    Symbol,

    /// <summary>The end of the statement.</summary>
    End,
}
