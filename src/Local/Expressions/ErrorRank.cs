namespace DynamoToolkit.Local.Expressions;

/// <summary>
/// The kinds of mistakes that an expression can have beside its syntax, in the order in which the service reports them when there are several.
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
