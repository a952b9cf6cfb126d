namespace DynamoToolkit.Local.Schema;

/// <summary>How a vector index measures the similarity of two vectors.</summary>
internal enum VectorDistance
{
    /// <summary>1 minus the cosine of the angle: 0 for the same direction, 2 for the opposite one.</summary>
    Cosine,

    /// <summary>The dot product. The higher, the more similar.</summary>
    DotProduct,

    /// <summary>The length of the straight line between both.</summary>
    Euclidean,
}
