namespace DynamoToolkit.Local.Requests;

/// <summary>The words that enumerated parameters accept, in the order in which the service lists them.</summary>
internal static class Words
{
    public static readonly string[] ConsumedCapacity = ["INDEXES", "TOTAL", "NONE"];
    public static readonly string[] CollectionMetrics = ["SIZE", "NONE"];
    public static readonly string[] ReturnValues = ["ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"];
    public static readonly string[] ReturnOnFailure = ["ALL_OLD", "NONE"];
    public static readonly string[] Select = ["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"];
    public static readonly string[] ConditionalOperator = ["OR", "AND"];
    public static readonly string[] ComparisonOperator =
        ["IN", "NULL", "BETWEEN", "LT", "NOT_CONTAINS", "EQ", "GT", "NOT_NULL", "NE", "LE", "BEGINS_WITH", "GE", "CONTAINS"];
}
