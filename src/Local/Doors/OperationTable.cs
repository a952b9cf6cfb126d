using DynamoToolkit.Local.Operations;
using DynamoToolkit.Local.Operations.Context;

namespace DynamoToolkit.Local.Doors;

/// <summary>The operations of the engine, by their names on the wire.</summary>
internal static class OperationTable
{
    /// <summary>Finds an operation; null if the engine does not have it.</summary>
    public static Operation? Find(string name) => name switch
    {
        "GetItem" => GetItem.Run,
        "PutItem" => PutItem.Run,
        "UpdateItem" => UpdateItem.Run,
        "DeleteItem" => DeleteItem.Run,
        "Query" => Query.Run,
        "Scan" => Scan.Run,
        "SearchVectors" => SearchVectors.Run,
        "BatchGetItem" => BatchGetItem.Run,
        "BatchWriteItem" => BatchWriteItem.Run,
        "TransactGetItems" => TransactGetItems.Run,
        "TransactWriteItems" => TransactWriteItems.Run,
        "CreateTable" => CreateTable.Run,
        "DescribeTable" => DescribeTable.Run,
        "UpdateTable" => UpdateTable.Run,
        "DeleteTable" => DeleteTable.Run,
        "ListTables" => ListTables.Run,
        "UpdateTimeToLive" => UpdateTimeToLive.Run,
        "DescribeTimeToLive" => DescribeTimeToLive.Run,
        "DescribeLimits" => DescribeLimits.Run,
        "ExecuteStatement" => ExecuteStatement.Run,
        "BatchExecuteStatement" => BatchExecuteStatement.Run,
        "ExecuteTransaction" => ExecuteTransaction.Run,
        "TagResource" => TagResource.Run,
        "UntagResource" => UntagResource.Run,
        "ListTagsOfResource" => ListTagsOfResource.Run,
        "ListStreams" => ListStreams.Run,
        "DescribeStream" => DescribeStream.Run,
        "GetShardIterator" => GetShardIterator.Run,
        "GetRecords" => GetRecords.Run,
        "CreateBackup" => CreateBackup.Run,
        "DescribeBackup" => DescribeBackup.Run,
        "ListBackups" => ListBackups.Run,
        "DeleteBackup" => DeleteBackup.Run,
        "RestoreTableFromBackup" => RestoreTableFromBackup.Run,
        "DescribeContinuousBackups" => DescribeContinuousBackups.Run,
        "UpdateContinuousBackups" => UpdateContinuousBackups.Run,
        _ => null,
    };
}
