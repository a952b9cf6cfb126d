namespace DynamoToolkit.Local.Schema;

/// <summary>The distance functions by their names in the API.</summary>
internal static class VectorDistances
{
    private const double MaxScore = float.MaxValue;

    /// <summary>The names, in the order of <see cref="VectorDistance"/>.</summary>
    public static readonly string[] Names = ["COSINE", "DOT_PRODUCT", "EUCLIDEAN"];

    /// <summary>The name in the API.</summary>
    public static string Name(this VectorDistance distance) => Names[(int)distance];

    /// <summary>The distance function of a name, which must be one of <see cref="Names"/>.</summary>
    public static VectorDistance Parse(string name) => (VectorDistance)Array.IndexOf(Names, name);

    /// <summary>Whether higher scores are better.</summary>
    public static bool PrefersHigh(this VectorDistance distance) => distance == VectorDistance.DotProduct;

    /// <summary>
    /// The score of two vectors of the same length. It is computed with the precision of doubles, and stays in the range of 32-bit numbers.
    /// </summary>
    public static double Score(this VectorDistance distance, ReadOnlySpan<float> left, ReadOnlySpan<float> right) =>
        Math.Clamp(
            distance switch
            {
                VectorDistance.Cosine => Cosine(left, right),
                VectorDistance.DotProduct => Dot(left, right),
                _ => Euclidean(left, right),
            },
            -MaxScore,
            MaxScore);

    // A vector without a direction is as far from every other as one at a right angle.
    private static double Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var (leftSquare, rightSquare) = (Dot(left, left), Dot(right, right));
        if (leftSquare == 0 || rightSquare == 0)
            return 1;

        // Rounding must not make a vector differ from itself.
        return left.SequenceEqual(right) ? 0 : Math.Clamp(1 - (Dot(left, right) / Math.Sqrt(leftSquare) / Math.Sqrt(rightSquare)), 0, 2);
    }

    private static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += (double)left[i] * right[i];
        return sum;
    }

    private static double Euclidean(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            var difference = (double)left[i] - right[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }
}
