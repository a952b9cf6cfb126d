using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Conformance;

/// <summary>For each operation, a request and a response with every field that the library writes or reads.</summary>
internal static class Samples
{
    private const string AllTypes = """
        {"s":{"S":"é\"\\"},"e":{"S":""},"n":{"N":"-1.5E+10"},"b":{"B":"AQID"},"t":{"BOOL":true},"f":{"BOOL":false},"z":{"NULL":true},
        "ss":{"SS":["a","b"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ==","Ag=="]},"l":{"L":[{"N":"1"},{"L":[]},{"M":{} }]},
        "m":{"M":{"k":{"M":{"x":{"S":"y"} } } } } }
        """;

    private const string Key = """{"pk":{"S":"a"},"sk":{"N":"1"} }""";
    private const string Names = "\"ExpressionAttributeNames\":{\"#0\":\"name\"}";
    private const string Values = "\"ExpressionAttributeValues\":{\":0\":{\"S\":\"v\"} }";
    private const string Condition =
        $"\"ConditionExpression\":\"#0 = :0\",{Names},{Values},\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\"";
    private const string Reports = "\"ReturnConsumedCapacity\":\"INDEXES\",\"ReturnItemCollectionMetrics\":\"SIZE\"";

    private const string Capacity = """
        {"TableName":"t","CapacityUnits":2.5,"ReadCapacityUnits":1,"WriteCapacityUnits":1.5,"Table":{"CapacityUnits":1},
        "GlobalSecondaryIndexes":{"g":{"CapacityUnits":0.5} },"LocalSecondaryIndexes":{"l":{"ReadCapacityUnits":1} } }
        """;

    private const string Collection = $$"""{"ItemCollectionKey":{{Key}},"SizeEstimateRangeGB":[0,1.5]}""";
    private const string Change =
        $$"""{"Attributes":{{AllTypes}},"ConsumedCapacity":{{Capacity}},"ItemCollectionMetrics":{{Collection}} }""";
    private const string KeySchema = """[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]""";
    private const string Projection = """{"ProjectionType":"INCLUDE","NonKeyAttributes":["a"]}""";
    private const string Throughput = """{"ReadCapacityUnits":1,"WriteCapacityUnits":2}""";
    private const string OnDemand = """{"MaxReadRequestUnits":3,"MaxWriteRequestUnits":4}""";
    private const string Attributes = """[{"AttributeName":"pk","AttributeType":"S"}]""";

    private const string Page = $$"""
        {"Items":[{{AllTypes}},{{Key}}],"Count":2,"ScannedCount":5,"LastEvaluatedKey":{{Key}},"ConsumedCapacity":{{Capacity}} }
        """;

    private const string Table = $$"""
        {"TableName":"t","TableStatus":"ACTIVE","TableArn":"arn:t","TableId":"id","CreationDateTime":1700000000.25,"ItemCount":7,
        "TableSizeBytes":99,"DeletionProtectionEnabled":true,"AttributeDefinitions":{{Attributes}},"KeySchema":{{KeySchema}},
        "OnDemandThroughput":{{OnDemand}},
        "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2,"NumberOfDecreasesToday":0,"LastIncreaseDateTime":1700000000},
        "GlobalSecondaryIndexes":[{"IndexName":"g","IndexStatus":"CREATING","Backfilling":true,"IndexArn":"arn:g","ItemCount":1,
          "IndexSizeBytes":2,"KeySchema":{{KeySchema}},"Projection":{{Projection}},"ProvisionedThroughput":{{Throughput}},
          "OnDemandThroughput":{{OnDemand}} }],
        "LocalSecondaryIndexes":[{"IndexName":"l","IndexArn":"arn:l","ItemCount":1,"IndexSizeBytes":2,
          "KeySchema":{{KeySchema}},"Projection":{{Projection}} }],
        "BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST","LastUpdateToPayPerRequestDateTime":1700000001},
        "TableClassSummary":{"TableClass":"STANDARD"},"SSEDescription":{"Status":"ENABLED","SSEType":"KMS","KMSMasterKeyArn":"arn:k"},
        "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},"LatestStreamArn":"arn:s","LatestStreamLabel":"label"}
        """;

    private const string GlobalIndex = $$"""
        {"IndexName":"g","KeySchema":{{KeySchema}},"Projection":{{Projection}},"ProvisionedThroughput":{{Throughput}},
        "OnDemandThroughput":{{OnDemand}},"WarmThroughput":{"ReadUnitsPerSecond":5,"WriteUnitsPerSecond":6} }
        """;

    private const string Settings = $$"""
        "TableName":"t","AttributeDefinitions":{{Attributes}},"BillingMode":"PROVISIONED","ProvisionedThroughput":{{Throughput}},
        "OnDemandThroughput":{{OnDemand}},"WarmThroughput":{"ReadUnitsPerSecond":5,"WriteUnitsPerSecond":6},
        "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},
        "SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"k"},"TableClass":"STANDARD","DeletionProtectionEnabled":true
        """;

    /// <summary>The JSON of a request and of its response.</summary>
    public static (string Request, string Response) For(DynamoOperation operation) => operation switch
    {
        DynamoOperation.ListStreams => (
            """{"TableName":"t","ExclusiveStartStreamArn":"arn:s"}""",
            """{"Streams":[{"StreamArn":"arn:t","TableName":"t","StreamLabel":"l"}],"LastEvaluatedStreamArn":"arn:t"}"""),
        DynamoOperation.DescribeStream => (
            """{"StreamArn":"arn:s","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"a"} }""",
            """{"StreamDescription":{"StreamArn":"arn:s","Shards":[{"ShardId":"b","ParentShardId":"a"}],"LastEvaluatedShardId":"b"} }"""),
        DynamoOperation.GetShardIterator => (
            """{"StreamArn":"arn:s","ShardId":"a","ShardIteratorType":"TRIM_HORIZON"}""", """{"ShardIterator":"i"}"""),
        DynamoOperation.GetRecords => (
            """{"ShardIterator":"i","Limit":1000}""", """{"Records":[{"eventID":"1"}],"NextShardIterator":"j"}"""),
        DynamoOperation.GetItem => (
            $$"""{"TableName":"t","Key":{{Key}},"ConsistentRead":true,"ProjectionExpression":"#0",{{Names}}""" +
            $$""","ReturnConsumedCapacity":"TOTAL"}""",
            $$"""{"Item":{{AllTypes}},"ConsumedCapacity":{{Capacity}} }"""),
        DynamoOperation.PutItem => (
            $$"""{"TableName":"t","Item":{{AllTypes}},{{Condition}},{{Reports}},"ReturnValues":"ALL_OLD"}""", Change),
        DynamoOperation.UpdateItem => (
            $$"""{"TableName":"t","Key":{{Key}},"UpdateExpression":"SET a = :0",{{Condition}},{{Reports}},"ReturnValues":"ALL_NEW"}""",
                Change),
        DynamoOperation.DeleteItem => ($$"""{"TableName":"t","Key":{{Key}},{{Condition}},{{Reports}},"ReturnValues":"ALL_OLD"}""", Change),
        DynamoOperation.Query => ($$"""
            {"TableName":"t","IndexName":"i","KeyConditionExpression":"pk = :0","FilterExpression":"f",
            "ProjectionExpression":"#0",{{Names}},{{Values}},"ExclusiveStartKey":{{Key}},
            "ScanIndexForward":false,"ConsistentRead":true,"Limit":5,"Select":"COUNT","ReturnConsumedCapacity":"TOTAL"}
            """, Page),
        DynamoOperation.Scan => ($$"""
            {"TableName":"t","IndexName":"i","FilterExpression":"f","ProjectionExpression":"#0",{{Names}},{{Values}},
            "ExclusiveStartKey":{{Key}},"ConsistentRead":true,"Limit":5,"Segment":0,"TotalSegments":4,"Select":"ALL_ATTRIBUTES",
            "ReturnConsumedCapacity":"TOTAL"}
            """, Page),
        DynamoOperation.BatchGetItem => (
            $$"""{"RequestItems":{"t":{"Keys":[{{Key}}],"ConsistentRead":true,"ProjectionExpression":"#0",{{Names}} } }""" +
            $$""","ReturnConsumedCapacity":"TOTAL"}""",
            $$"""
            {"Responses":{"t":[{{AllTypes}}],"u":[]},"UnprocessedKeys":{"t":{"Keys":[{{Key}}],"ConsistentRead":true,
              "ProjectionExpression":"#0",{{Names}} } },
            "ConsumedCapacity":[{{Capacity}}]}
            """),
        DynamoOperation.BatchWriteItem => (
            $$"""{"RequestItems":{"t":[{"PutRequest":{"Item":{{AllTypes}} } },{"DeleteRequest":{"Key":{{Key}} } }]},{{Reports}} }""",
            $$"""
            {"UnprocessedItems":{"t":[{"PutRequest":{"Item":{{AllTypes}} } },{"DeleteRequest":{"Key":{{Key}} } }]},
            "ItemCollectionMetrics":{"t":[{{Collection}}]},"ConsumedCapacity":[{{Capacity}}]}
            """),
        DynamoOperation.TransactGetItems => (
            $$"""{"TransactItems":[{"Get":{"TableName":"t","Key":{{Key}},"ProjectionExpression":"#0",{{Names}} } }]""" +
            $$""","ReturnConsumedCapacity":"TOTAL"}""",
            $$"""{"Responses":[{"Item":{{AllTypes}} },{}],"ConsumedCapacity":[{{Capacity}}]}"""),
        DynamoOperation.TransactWriteItems => ($$"""
            {"TransactItems":[{"Put":{"TableName":"t","Item":{{AllTypes}},{{Condition}} } },
              {"Update":{"TableName":"t","Key":{{Key}},"UpdateExpression":"SET a = :0",{{Condition}} } },
              {"Delete":{"TableName":"t","Key":{{Key}},{{Condition}} } },
              {"ConditionCheck":{"TableName":"t","Key":{{Key}},{{Condition}} } }],
            "ClientRequestToken":"token",{{Reports}} }
            """,
            $$"""{"ItemCollectionMetrics":{"t":[{{Collection}}]},"ConsumedCapacity":[{{Capacity}}]}"""),
        _ => ForTables(operation),
    };

    private static (string Request, string Response) ForTables(DynamoOperation operation) => operation switch
    {
        DynamoOperation.CreateTable => ($$"""
            { {{Settings}},"KeySchema":{{KeySchema}},"GlobalSecondaryIndexes":[{{GlobalIndex}}],
            "LocalSecondaryIndexes":[{"IndexName":"l","KeySchema":{{KeySchema}},"Projection":{"ProjectionType":"ALL"} }],
            "ResourcePolicy":"p","Tags":[{"Key":"k","Value":"v"}]}
            """, $$"""{"TableDescription":{{Table}} }"""),
        DynamoOperation.UpdateTable => ($$"""
            { {{Settings}},"GlobalSecondaryIndexUpdates":[{"Create":{{GlobalIndex}} },
              {"Update":{"IndexName":"g","ProvisionedThroughput":{{Throughput}},
              "OnDemandThroughput":{{OnDemand}},"WarmThroughput":{"ReadUnitsPerSecond":5} } },{"Delete":{"IndexName":"g"} }]}
            """, $$"""{"TableDescription":{{Table}} }"""),
        DynamoOperation.DescribeTable => ("""{"TableName":"t"}""", $$"""{"Table":{{Table}} }"""),
        DynamoOperation.DeleteTable => ("""{"TableName":"t"}""", $$"""{"TableDescription":{{Table}} }"""),
        DynamoOperation.ListTables => (
            """{"ExclusiveStartTableName":"a","Limit":3}""", """{"TableNames":["b","c"],"LastEvaluatedTableName":"c"}"""),
        DynamoOperation.UpdateTimeToLive => (
            """{"TableName":"t","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true} }""",
            """{"TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true} }"""),
        DynamoOperation.DescribeTimeToLive => (
            """{"TableName":"t"}""", """{"TimeToLiveDescription":{"AttributeName":"ttl","TimeToLiveStatus":"ENABLED"} }"""),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };
}
