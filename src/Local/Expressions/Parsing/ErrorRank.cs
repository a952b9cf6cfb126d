namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>
/// The kinds of mistakes that an expression can have besides syntax errors. Of several, the service reports the first in this order.
/// </summary>
internal enum ErrorRank
{
    Parentheses,
    UnknownFunction,
    MisusedFunction,
    Reserved,
    Section,
    UndefinedName,
    UndefinedValue,
    PathOverlap,
    PathConflict,
    Operand,
    Distinct,
    Function,
}
