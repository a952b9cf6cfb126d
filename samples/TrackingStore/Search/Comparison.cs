namespace TrackingStore.Search;

/// <summary>A comparison with a fixed value, checked and ready to run.</summary>
internal sealed class Comparison
{
    private readonly Operator kind;
    private readonly double number;
    private readonly IReadOnlyList<string> texts = [];
    private readonly LikePattern? pattern;

    /// <summary>A comparison of numbers.</summary>
    public Comparison(Operator kind, double number)
    {
        this.kind = kind;
        this.number = number;
    }

    /// <summary>A comparison of texts, with the one value or with those of a list.</summary>
    public Comparison(Operator kind, IReadOnlyList<string> texts)
    {
        this.kind = kind;
        this.texts = texts;
        if (kind is Operator.Like or Operator.LikeIgnoringCase) pattern = new LikePattern(texts[0], kind is Operator.LikeIgnoringCase);
    }

    /// <summary>The texts of which a text that passes must be one; null for other comparisons.</summary>
    public IReadOnlyList<string>? Values => kind is Operator.Equal or Operator.In ? texts : null;

    /// <summary>What the comparison asks of a name, for an index of names; null if no index can tell.</summary>
    public NamePattern? ToNamePattern() => kind switch
    {
        Operator.Equal when texts.Count > 0 => NamePattern.OfText(texts[0]),
        Operator.Like => NamePattern.OfLike(texts[0], ignoresCase: false),
        Operator.LikeIgnoringCase => NamePattern.OfLike(texts[0], ignoresCase: true),
        _ => null,
    };

    /// <summary>Whether a number passes. An absent one passes no comparison, and NaN compares as zero, as MLflow stores it.</summary>
    public bool Matches(double? actual) => actual is { } value && Matches(double.IsNaN(value) ? 0 : value);

    /// <summary>
    /// Whether a text passes. An absent text passes <see cref="Operator.IsNull"/> alone, not even <see cref="Operator.NotEqual"/>.
    /// </summary>
    public bool Matches(string? actual) => actual is null ? kind == Operator.IsNull : kind switch
    {
        Operator.IsNull => false,
        Operator.IsNotNull => true,
        Operator.Equal => actual == texts[0],
        Operator.NotEqual => actual != texts[0],
        Operator.In => texts.Contains(actual),
        Operator.NotIn => !texts.Contains(actual),
        _ => pattern!.Matches(actual),
    };

    private bool Matches(double value) => kind switch
    {
        Operator.Equal => value == number,
        Operator.NotEqual => value != number,
        Operator.Greater => value > number,
        Operator.GreaterOrEqual => value >= number,
        Operator.Less => value < number,
        _ => value <= number,
    };
}
