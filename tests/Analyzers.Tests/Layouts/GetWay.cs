namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>How items are read by their keys.</summary>
internal enum GetWay
{
    Plain,
    Builder,
    Expired,
    Part,
    Batch,
    BatchPart,
    BatchOfBuilders,
    BatchOfParts,
    Transaction,
    TransactionOfParts,
}
