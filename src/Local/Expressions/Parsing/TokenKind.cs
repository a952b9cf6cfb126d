namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>The kinds of tokens.</summary>
internal enum TokenKind
{
    /// <summary>A bare word: an attribute name, a function or a keyword.</summary>
    Word,

    /// <summary><c>#name</c>, a stand-in for an attribute name.</summary>
    NameReference,

    /// <summary><c>:value</c>, a stand-in for a value.</summary>
    ValueReference,

    /// <summary>Digits, which occur only between brackets.</summary>
    Digits,

    /// <summary>An operator or a punctuation mark.</summary>
    Symbol,

    /// <summary>Text that fits no expression.</summary>
    Invalid,

    /// <summary>The end of the text.</summary>
    End,
}
