namespace DynamoToolkit.Expressions;

/// <summary>A range of sort keys: equality on the leading attributes, and one operator on the one after them.</summary>
internal readonly record struct SortKeyRange
{
    public KeyValue[]? Leading { get; init; }

    public SortKeyOperator Operator { get; init; }

    public KeyValue Low { get; init; }

    public KeyValue High { get; init; }

    public bool IsNone => Operator is SortKeyOperator.None;
}
