using TrackingStore.Protocol.Requests;
using TrackingStore.Search;

namespace TrackingStore.Pages.Layout;

/// <summary>Searches by a part of the name, in any case, as MLflow's ILIKE: <c>%</c> and <c>_</c> stand for other characters.</summary>
internal static class NameSearch
{
    /// <summary>The parameter with the part of the name.</summary>
    public const string Parameter = "name";

    /// <summary>The experiments whose names have the part.</summary>
    public static ExperimentFilter Experiments(Arguments arguments) => PartOf(arguments) is { } part
        ? new ExperimentFilter([new(new ExperimentField(ExperimentProperty.Name), part)])
        : ExperimentFilter.Everything;

    /// <summary>The registered models whose names have the part.</summary>
    public static ModelFilter Models(Arguments arguments) =>
        new(PartOf(arguments) is { } part ? [new(new ModelField(ModelProperty.Name), part)] : []);

    private static Comparison? PartOf(Arguments arguments)
    {
        var text = arguments.Text(Parameter)?.Trim() ?? "";
        Rules.RequireLength(text, Parameter, Values.Limits.ExperimentName);
        return text.Length == 0 ? null : new Comparison(Operator.LikeIgnoringCase, [$"%{text}%"]);
    }
}
