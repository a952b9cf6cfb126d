namespace TrackingStore.Protocol.Filters;

/// <summary>What a piece of a filter is.</summary>
internal enum TokenKind
{
    /// <summary>An unquoted word, a backticked one, or several joined by dots: an identifier or a keyword.</summary>
    Word,

    /// <summary>A text in single quotes.</summary>
    SingleQuoted,

    /// <summary>A text in double quotes: an identifier on the left of an operator, a value on the right.</summary>
    DoubleQuoted,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of <c>= != &lt; &lt;= &gt; &gt;=</c>.</summary>
    Operator,

    /// <summary>A parenthesis or comma.</summary>
    Punctuation,
}
