using TrackingStore.Endpoints;

namespace TrackingStore.Pages.Layout;

/// <summary>A page: what its readers need, and what it shows them.</summary>
internal sealed record PageView(Access Access, Func<PageRequest, Task<PageContent>> RenderAsync);
