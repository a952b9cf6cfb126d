namespace MetricCatalogue.Demo;

/// <summary>The steps of the demonstration.</summary>
internal static class DemoStory
{
    /// <summary>The steps, in their order.</summary>
    public static IReadOnlyList<DemoStep> Steps { get; } =
    [
        new("Primitive metrics are told apart by dimensions.", "dimension country"),
        new(null, "dimension device"),
        new(null, "create visits --aggregation sum --dimensions country,device --by ann"),
        new(null, "create orders --aggregation sum --dimensions country --by ann"),
        new(null, "create latency --value-type percentile --aggregation percentile --parameter 99 --dimensions device --by ann"),

        new("A hybrid metric is calculated from others.", "create conversion --formula \"orders / visits\" --by ben"),
        new("It has no dimensions of its own, and consumes only what exists.",
            "create share --formula \"orders / visits\" --dimensions country --by ben", IsRefused: true),
        new(null, "create share --formula \"orders / sales\" --by ben", IsRefused: true),
        new(null, "create twice --formula \"2 * conversion\" --by ben", IsRefused: true),

        new("A chained metric has the data from before a day. No metric gets data from itself.",
            "create orders_2019 --dimensions country --by ann"),
        new(null, "update orders --chain orders_2019 --cutoff 2020-01-01 --by ann"),
        new(null, "update orders_2019 --chain conversion --cutoff 2018-01-01 --by ben", IsRefused: true),

        new("Ann and Ben both look at version 1 of visits. Ben is first, and Ann learns that.",
            "update visits --aggregation last-day-of-period --if-version 1 --by ben"),
        new(null, "update visits --dimensions country --if-version 1 --by ann", IsRefused: true),
        new(null, "update visits --dimensions country --if-version 2 --by ann"),

        new("A deprecated metric stays, but nobody begins to consume it.",
            "deprecate orders --reason \"counts carts\" --by cat"),
        new(null, "create basket --formula \"visits / orders\" --by ben", IsRefused: true),
        new(null, "update orders --aggregation sum --by ben", IsRefused: true),

        new("Every version is still there, with its author.", "history visits"),
        new(null, "restore visits 1 --by ann"),
        new(null, "restore orders 2 --by ann"),
        new(null, "show visits"),
        new(null, "show orders --version 3"),
        new(null, "list"),
    ];
}
