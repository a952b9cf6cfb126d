namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary>The operators of key conditions.</summary>
internal enum KeyOperator
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Between,
    BeginsWith,

    /// <summary>An operator of conditions that cannot search keys. Only the older parameters can contain it.</summary>
    NotIndexable,
}
