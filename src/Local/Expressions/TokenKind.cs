namespace DynamoToolkit.Local.Expressions;

/// <summary>What a piece of an expression's text is.</summary>
internal enum TokenKind
{
    /// <summary>A bare word: an attribute name, a function or a keyword.</summary>
    Word,

    /// <summary><c>#name</c>, a stand-in for an attribute name.</summary>
    NameReference,

    /// <summary><c>:value</c>, a stand-in for a value.</summary>
    ValueReference,

    /// <summary>Digits, as they stand between brackets.</summary>
    Digits,

    /// <summary>An operator or a punctuation mark.</summary>
    Symbol,

    /// <summary>A character that no expression has.</summary>
    Invalid,

    /// <summary>The end of the text.</summary>
    End,
}
