using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Search;
using TrackingStore.Values;

namespace TrackingStore.Pages.Runs;

/// <summary>What the address of a table of runs asks for.</summary>
/// <param name="arguments">The arguments of the request.</param>
internal sealed class RunView(Arguments arguments)
{
    /// <summary>The parameter with the filter.</summary>
    public const string FilterParameter = "filter";

    /// <summary>The parameter with a column, once for each.</summary>
    public const string ColumnParameter = "column";

    /// <summary>The parameter with a column that was typed.</summary>
    public const string TypedParameter = "another";

    /// <summary>The parameter that says that the columns were chosen, also if there are none.</summary>
    public const string ChosenParameter = "chosen";

    /// <summary>The parameter with a run whose children are hidden, once for each.</summary>
    public const string ClosedParameter = "closed";

    private const int MaxColumns = 50;

    /// <summary>The filter, as it was typed.</summary>
    public string Filter { get; } = arguments.Text(FilterParameter) ?? "";

    /// <summary>The order, as it was typed.</summary>
    public string Order { get; } = arguments.Text(SortHeadings.Parameter) ?? "";

    /// <summary>Whether it shows runs in use or deleted ones.</summary>
    public LifecycleStage Stage { get; } = StageView.Of(arguments);

    /// <summary>Where the page begins; null for the beginning.</summary>
    public string? Token { get; } = arguments.Text(Paging.Parameter);

    /// <summary>The runs whose children are hidden.</summary>
    public IReadOnlySet<string> Closed { get; } = arguments.Texts(ClosedParameter).ToHashSet();

    /// <summary>The columns that were chosen; null if nobody has chosen any.</summary>
    /// <param name="known">
    /// Columns that are known. White space around a name is part of it, unless the name was typed and is not that of a known column.
    /// </param>
    public IReadOnlyList<RunField>? ChosenColumns(IReadOnlyList<RunField> known)
    {
        var typed = arguments.Texts(TypedParameter)
            .Select(name => known.Any(field => ColumnNames.NameOf(field) == name) ? name : name.Trim());
        string[] names = [.. arguments.Texts(ColumnParameter).Concat(typed).Where(name => name.Length > 0).Distinct()];
        if (names.Length == 0 && !arguments.Has(ChosenParameter)) return null;
        if (names.Length > MaxColumns)
        {
            throw MlflowException.Invalid(
                $"A table shows at most {MaxColumns} columns, and these are {names.Length}. Choose fewer of them.");
        }

        return [.. names.Select(ColumnNames.Parse)];
    }

    /// <summary>The ids of the runs that are selected in a form.</summary>
    public static IReadOnlyList<string> Selected(Arguments arguments)
    {
        var ids = arguments.Texts("runs");
        if (ids.Count == 0) throw MlflowException.Invalid("Select at least one run.");
        return [.. ids.Select(id => Limits.Truncate(id, Limits.Key)).Distinct()];
    }
}
