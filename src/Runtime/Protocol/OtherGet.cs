namespace DynamoToolkit.Protocol;

/// <summary>The get of an item at the address of another generation of write shards.</summary>
internal sealed class OtherGet(GetRequest request) : IGetOperation
{
    public string TableName => request.Table.Name;

    GetRequest IGetOperation.Request => request;
}
