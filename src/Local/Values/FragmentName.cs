namespace DynamoToolkit.Local.Values;

/// <summary>A name in a fragment.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length.</param>
/// <param name="Depth">How many more levels are open around it than at the beginning of the fragment.</param>
/// <param name="Scalar">The type of its value, if that is the content behind the fragment.</param>
internal readonly record struct FragmentName(int Start, int Length, int Depth, ValueKind? Scalar);
