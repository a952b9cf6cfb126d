namespace TrackingStore.Search;

/// <summary>A comparison of one field with a value, checked and ready to run.</summary>
/// <param name="Field">The field.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Number">The value, where the field is a number.</param>
/// <param name="Texts">The value, or the values of a list, where the field is a text.</param>
internal sealed record Comparison(FieldName Field, string Operator, double Number, IReadOnlyList<string> Texts)
{
    private readonly LikePattern? pattern = Operator is "LIKE" or "ILIKE" ? new LikePattern(Texts[0], Operator is "ILIKE") : null;

    /// <summary>Whether a number passes; an absent one and NaN pass no comparison.</summary>
    public bool Matches(double? actual) => actual is { } value && !double.IsNaN(value) && Operator switch
    {
        "=" => value == Number,
        "!=" => value != Number,
        ">" => value > Number,
        ">=" => value >= Number,
        "<" => value < Number,
        _ => value <= Number,
    };

    /// <summary>Whether a text passes; an absent one passes no comparison, <c>!=</c> included.</summary>
    public bool Matches(string? actual) => actual is not null && Operator switch
    {
        "=" => actual == Texts[0],
        "!=" => actual != Texts[0],
        "IN" => Texts.Contains(actual),
        "NOT IN" => !Texts.Contains(actual),
        _ => pattern!.Matches(actual),
    };
}
