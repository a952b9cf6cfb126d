namespace DynamoToolkit.Local.Tests.Fuzzing;

/// <summary>Valid requests of every operation, for the mangler.</summary>
internal static class Corpus
{
    /// <summary>Operations with request bodies.</summary>
    public static readonly (string Operation, string Body)[] Requests =
    [
        ("CreateTable", """
            {"TableName":"new","BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5},
             "Tags":[{"Key":"a","Value":"b"}],
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"s","AttributeType":"N"},
              {"AttributeName":"g","AttributeType":"B"}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
             "LocalSecondaryIndexes":[{"IndexName":"loc",
              "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"g","KeyType":"RANGE"}],
              "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]}}],
             "GlobalSecondaryIndexes":[{"IndexName":"glo",
              "KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
              "Projection":{"ProjectionType":"ALL"},"ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}}]}
            """),
        ("DescribeTable", """{"TableName":"tab"}"""),
        ("ListTables", """{"Limit":10,"ExclusiveStartTableName":"aaa"}"""),
        ("DeleteTable", """{"TableName":"new"}"""),
        ("UpdateTable", """
            {"TableName":"tab","AttributeDefinitions":[{"AttributeName":"h","AttributeType":"S"}],
             "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"added","KeySchema":[{"AttributeName":"h","KeyType":"HASH"}],
              "Projection":{"ProjectionType":"KEYS_ONLY"}}}]}
            """),
        ("UpdateTable", """{"TableName":"tab","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"added"}}]}"""),
        ("UpdateTable", """
            {"TableName":"new","ProvisionedThroughput":{"ReadCapacityUnits":6,"WriteCapacityUnits":7}}
            """),
        ("UpdateTable", """{"TableName":"new","DeletionProtectionEnabled":false}"""),
        ("UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}}"""),
        ("DescribeTimeToLive", """{"TableName":"tab"}"""),
        ("DescribeLimits", "{}"),
        ("UpdateTable", """{"TableName":"tab","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}"""),
        ("TagResource", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:111122223333:table/tab","Tags":[{"Key":"a","Value":"b"}]}"""),
        ("UntagResource", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:111122223333:table/tab","TagKeys":["a"]}"""),
        ("ListTagsOfResource", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:111122223333:table/tab"}"""),
        ("PutItem", """
            {"TableName":"tab","Item":{"p":{"S":"a"},"s":{"N":"1"},"g":{"S":"g"},
             "m":{"M":{"l":{"L":[{"S":"x"},{"N":"1.5E3"},{"B":"AAEC"},{"BOOL":true},{"NULL":true}]}}},
             "ss":{"SS":["a","b"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AA==","AQ=="]}},
             "ConditionExpression":
            "attribute_not_exists(#n) OR (size(m)>:n AND NOT contains(ss,:s)) OR s BETWEEN :n AND :o OR g IN (:s,:t) OR begins_with(g,:s)",
             "ExpressionAttributeNames":{"#n":"p"},
              "ExpressionAttributeValues":{":n":{"N":"1"},":o":{"N":"2"},":s":{"S":"g"},":t":{"S":"h"}},
             "ReturnValues":"ALL_OLD","ReturnConsumedCapacity":"INDEXES","ReturnItemCollectionMetrics":"SIZE",
              "ReturnValuesOnConditionCheckFailure":"ALL_OLD"}
            """),
        ("PutItem", """
            {"TableName":"tab","Item":{"p":{"S":"a"},"s":{"N":"2"}},"ConditionalOperator":"OR",
             "Expected":{"p":{"Exists":false},"s":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"N":"1"},{"N":"2"}]},
              "g":{"Value":{"S":"g"}}}}
            """),
        ("GetItem", """
            {"TableName":"tab","Key":{"p":{"S":"a"},"s":{"N":"1"}},"ProjectionExpression":"m.l[1], #x, ss",
             "ExpressionAttributeNames":{"#x":"bs"},"ConsistentRead":true,"ReturnConsumedCapacity":"TOTAL"}
            """),
        ("GetItem", """{"TableName":"tab","Key":{"p":{"S":"a"},"s":{"N":"1"}},"AttributesToGet":["m","ss"]}"""),
        ("UpdateItem", """
            {"TableName":"tab","Key":{"p":{"S":"a"},"s":{"N":"1"}},
             "UpdateExpression":
              "SET m.l[0] = :v, c = if_not_exists(c, :z) + :one, q = list_append(:l, :l) REMOVE bs ADD ns :ns DELETE ss :ss",
             "ConditionExpression":"attribute_exists(p) AND attribute_type(m, :m)",
             "ExpressionAttributeValues":{":v":{"S":"new"},":z":{"N":"0"},":one":{"N":"1"},":l":{"L":[{"N":"1"}]},":ns":{"NS":["3"]},
              ":ss":{"SS":["a"]},":m":{"S":"M"}},
             "ReturnValues":"UPDATED_NEW"}
            """),
        ("UpdateItem", """
            {"TableName":"tab","Key":{"p":{"S":"a"},"s":{"N":"1"}},
             "AttributeUpdates":{"x":{"Action":"PUT","Value":{"S":"a"}},"n":{"Action":"ADD","Value":{"N":"1"}},
              "ss":{"Action":"DELETE","Value":{"SS":["a"]}},"y":{"Action":"DELETE"}}}
            """),
        ("DeleteItem", """
            {"TableName":"tab","Key":{"p":{"S":"a"},"s":{"N":"7"}},"ConditionExpression":"attribute_not_exists(p)","ReturnValues":"ALL_OLD"}
            """),
        ("Query", """
            {"TableName":"tab","KeyConditionExpression":"p = :p AND s BETWEEN :a AND :b","FilterExpression":"g <> :p",
             "ProjectionExpression":"p, m.l","ScanIndexForward":false,"Limit":5,
             "ExpressionAttributeValues":{":p":{"S":"a"},":a":{"N":"0"},":b":{"N":"9"}},"ExclusiveStartKey":{"p":{"S":"a"},"s":{"N":"5"}},
              "ReturnConsumedCapacity":"INDEXES"}
            """),
        ("Query", """
            {"TableName":"tab","IndexName":"glo","KeyConditionExpression":"g = :g AND begins_with(p, :p)","Select":"COUNT",
             "ExpressionAttributeValues":{":g":{"S":"g"},":p":{"S":"a"}}}
            """),
        ("Query", """
            {"TableName":"tab","KeyConditions":{"p":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},
             "QueryFilter":{"g":{"ComparisonOperator":"NOT_NULL"}},"AttributesToGet":["p"]}
            """),
        ("Scan", """
            {"TableName":"tab","FilterExpression":"m.l[0] = :v","ExpressionAttributeValues":{":v":{"S":"x"}},"Segment":0,"TotalSegments":3,
             "Limit":10}
            """),
        ("Scan", """
            {"TableName":"tab","IndexName":"glo","ScanFilter":{"g":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"S":"g"}]}},
             "Select":"ALL_PROJECTED_ATTRIBUTES"}
            """),
        ("BatchGetItem", """
            {"RequestItems":{"tab":{"Keys":[{"p":{"S":"a"},"s":{"N":"1"}},{"p":{"S":"a"},"s":{"N":"2"}}],"ProjectionExpression":"p",
             "ConsistentRead":true}},"ReturnConsumedCapacity":"TOTAL"}
            """),
        ("BatchWriteItem", """
            {"RequestItems":{"tab":[{"PutRequest":{"Item":{"p":{"S":"b"},"s":{"N":"1"}}}},
             {"DeleteRequest":{"Key":{"p":{"S":"b"},"s":{"N":"2"}}}}]},"ReturnItemCollectionMetrics":"SIZE"}
            """),
        ("TransactGetItems", """
            {"TransactItems":[{"Get":{"TableName":"tab","Key":{"p":{"S":"a"},"s":{"N":"1"}},"ProjectionExpression":"p"}}],
             "ReturnConsumedCapacity":"INDEXES"}
            """),
        ("TransactWriteItems", """
            {"ClientRequestToken":"t","TransactItems":[
             {"Put":{"TableName":"tab","Item":{"p":{"S":"c"},"s":{"N":"1"}},"ConditionExpression":"attribute_not_exists(p)",
              "ReturnValuesOnConditionCheckFailure":"ALL_OLD"}},
             {"Update":{"TableName":"tab","Key":{"p":{"S":"c"},"s":{"N":"2"}},"UpdateExpression":"SET a = :a",
              "ExpressionAttributeValues":{":a":{"S":"x"}}}},
             {"Delete":{"TableName":"tab","Key":{"p":{"S":"c"},"s":{"N":"3"}}}},
             {"ConditionCheck":{"TableName":"tab","Key":{"p":{"S":"c"},"s":{"N":"4"}},"ConditionExpression":"attribute_not_exists(p)"}}]}
            """),
        ("CreateTable", """
            {"TableName":"vec","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"t","AttributeType":"S"},
              {"AttributeName":"f","AttributeType":"N"}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],
             "VectorIndexes":[{"IndexName":"near","VectorAttribute":{"AttributeName":"v"},"Dimensions":2,"DistanceFunction":"COSINE",
              "SearchSchema":[{"AttributeName":"t","SearchSchemaElementType":"HASH"},
               {"AttributeName":"f","SearchSchemaElementType":"INLINE_FILTER"}],
              "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x","v"]}}]}
            """),
        ("UpdateTable", """
            {"TableName":"vec","VectorIndexUpdates":[{"Create":{"IndexName":"more","VectorAttribute":{"AttributeName":"w"},"Dimensions":2,
             "DistanceFunction":"DOT_PRODUCT","Projection":{"ProjectionType":"ALL"}}}]}
            """),
        ("PutItem", """
            {"TableName":"vec","Item":{"p":{"S":"a"},"t":{"S":"t"},"f":{"N":"1"},"v":{"L":[{"N":"1"},{"N":"-2.5"}]},
             "w":{"L":[{"N":"3"},{"N":"4"}]},"x":{"S":"x"}},"ReturnConsumedCapacity":"INDEXES"}
            """),
        ("SearchVectors", """
            {"TableName":"vec","IndexName":"near","SearchVector":[{"N":"1"},{"N":"0.5"}],"TopK":10,
             "SearchConditionExpression":"t = :t AND #f = :f","ProjectionExpression":"p, v[0]","ExpressionAttributeNames":{"#f":"f"},
             "ExpressionAttributeValues":{":t":{"S":"t"},":f":{"N":"1"}},"ReturnConsumedCapacity":"TOTAL"}
            """),
        ("UpdateTable", """{"TableName":"vec","VectorIndexUpdates":[{"Delete":{"IndexName":"more"}}]}"""),
        ("ListStreams", """
            {"TableName":"tab","Limit":10,
             "ExclusiveStartStreamArn":"arn:aws:dynamodb:us-east-1:111122223333:table/aaa/stream/2026-01-01T00:00:00.000"}
            """),
        ("DescribeStream", """
            {"StreamArn":"arn:aws:dynamodb:us-east-1:111122223333:table/tab/stream/2026-01-01T00:00:00.000","Limit":10,
             "ExclusiveStartShardId":"shardId-00000001767225600000-00000001",
             "ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"shardId-00000001767225600000-00000001"}}
            """),
        ("GetShardIterator", """
            {"StreamArn":"arn:aws:dynamodb:us-east-1:111122223333:table/tab/stream/2026-01-01T00:00:00.000",
             "ShardId":"shardId-00000001767225600000-00000001","ShardIteratorType":"AT_SEQUENCE_NUMBER",
             "SequenceNumber":"100000000000000000001"}
            """),
        (
            "GetRecords",
            """{"Limit":10,"ShardIterator":"arn:aws:dynamodb:us-east-1:111122223333:table/tab/stream/2026-01-01T00:00:00.000|1|"""
            + """c2hhcmRJZC0wMDAwMDAwMTc2NzIyNTYwMDAwMC0wMDAwMDAwMXwxfDE3NjcyMjU2MDAwMDAwMDAw"}"""),
    ];
}
