using DynamoToolkit.Local.Server.Pages;
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

    /// <summary>Whether anything is searched for.</summary>
    public static bool IsAsked(Arguments arguments) => !string.IsNullOrWhiteSpace(arguments.Text(Parameter));

    /// <summary>The form of the search.</summary>
    /// <param name="path">The path of the page.</param>
    /// <param name="request">The request for it.</param>
    public static Html Form(string path, PageRequest request) => Html.Of($"""
        <form class="row grow" method="get" action="{path}" role="search">
        {Pieces.Hidden(request.State.Without(Parameter, Paging.Parameter))}
        <input class="grow" type="search" name="{Parameter}" value="{request.Arguments.Text(Parameter)}"
        placeholder="Part of the name" aria-label="Part of the name" autocomplete="off">
        <button>Search</button>
        </form>
        """);

    private static Comparison? PartOf(Arguments arguments)
    {
        var text = arguments.Text(Parameter)?.Trim() ?? "";
        Rules.RequireLength(text, Parameter, Values.Limits.ExperimentName);
        return text.Length == 0 ? null : new Comparison(Operator.LikeIgnoringCase, [$"%{text}%"]);
    }
}
