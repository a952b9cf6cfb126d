using DynamoToolkit.Protocol;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>A write of this pattern as an operation of a transaction.</summary>
/// <param name="request">The write.</param>
internal sealed class VersionWrite(WriteRequest request) : IWriteOperation
{
    public string TableName => request.Table.Name;

    WriteRequest IWriteOperation.Request => request;
}
