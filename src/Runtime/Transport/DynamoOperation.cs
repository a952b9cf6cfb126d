namespace DynamoToolkit.Transport;

/// <summary>
/// The operations of DynamoDB's API that this library sends. The member's name is the operation's name on the wire
/// (<c>X-Amz-Target: DynamoDB_20120810.GetItem</c>). The last four are of the API of streams, a service with a host of its own
/// (<c>X-Amz-Target: DynamoDBStreams_20120810.GetRecords</c>).
/// </summary>
public enum DynamoOperation
{
    /// <summary>Reads one item by its primary key.</summary>
    GetItem,

    /// <summary>Writes one whole item.</summary>
    PutItem,

    /// <summary>Changes some attributes of one item.</summary>
    UpdateItem,

    /// <summary>Deletes one item.</summary>
    DeleteItem,

    /// <summary>Reads items of one partition key value, in sort key order.</summary>
    Query,

    /// <summary>Reads a whole table or index.</summary>
    Scan,

    /// <summary>Reads up to 100 items by their primary keys.</summary>
    BatchGetItem,

    /// <summary>Puts and deletes up to 25 items.</summary>
    BatchWriteItem,

    /// <summary>Reads up to 100 items in one serializable snapshot.</summary>
    TransactGetItems,

    /// <summary>Writes up to 100 items, all or nothing.</summary>
    TransactWriteItems,

    /// <summary>Creates a table.</summary>
    CreateTable,

    /// <summary>Describes a table.</summary>
    DescribeTable,

    /// <summary>Changes a table's capacity or indexes.</summary>
    UpdateTable,

    /// <summary>Deletes a table and its items.</summary>
    DeleteTable,

    /// <summary>Lists the tables of the account in the region.</summary>
    ListTables,

    /// <summary>Turns time to live on or off.</summary>
    UpdateTimeToLive,

    /// <summary>Describes a table's time-to-live setting.</summary>
    DescribeTimeToLive,

    /// <summary>Lists the streams of a table.</summary>
    ListStreams,

    /// <summary>Describes a stream and its shards.</summary>
    DescribeStream,

    /// <summary>Gets the place in a shard from which to read.</summary>
    GetShardIterator,

    /// <summary>Reads records of a shard.</summary>
    GetRecords,
}
