namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>
/// The kinds of mistakes that an expression can have besides syntax errors. Of several, the service reports the first in this order.
/// </summary>
internal enum ErrorRank
{
    Parentheses,
    UnknownFunction,
    MisusedFunction,
    ListIndex,
    Reserved,
    Section,
    UndefinedName,

    /// <summary>A value that the request does not define, or a path with too many levels: whichever comes first.</summary>
    UndefinedValueOrDepth,
    PathOverlap,
    PathConflict,
    Operand,
    Distinct,
    Function,
}
