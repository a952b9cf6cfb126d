namespace DynamoToolkit.Local.Expressions;

/// <summary>The ways in which a key condition can restrict a key attribute.</summary>
internal enum KeyOperator
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Between,
    BeginsWith,

    /// <summary>An operator that conditions have and keys cannot be searched by; only the legacy parameters can bring it here.</summary>
    NotIndexable,
}
