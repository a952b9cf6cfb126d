namespace TrackingStore.Endpoints;

/// <summary>One endpoint, or those of one path. Its file has the name of what MLflow calls it.</summary>
internal interface IEndpoint
{
    /// <summary>Adds the endpoint.</summary>
    void Map(ApiRoutes routes);
}
