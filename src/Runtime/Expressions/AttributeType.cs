namespace DynamoToolkit.Expressions;

/// <summary>DynamoDB's data types, as <c>attribute_type</c> names them.</summary>
public enum AttributeType
{
    /// <summary>S</summary>
    String,

    /// <summary>N</summary>
    Number,

    /// <summary>B</summary>
    Binary,

    /// <summary>BOOL</summary>
    Boolean,

    /// <summary>NULL</summary>
    Null,

    /// <summary>L</summary>
    List,

    /// <summary>M</summary>
    Map,

    /// <summary>SS</summary>
    StringSet,

    /// <summary>NS</summary>
    NumberSet,

    /// <summary>BS</summary>
    BinarySet,
}
