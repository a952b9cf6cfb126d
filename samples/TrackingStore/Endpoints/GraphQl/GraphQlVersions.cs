using System.Text.Json.Nodes;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;

namespace TrackingStore.Endpoints.GraphQl;

/// <summary>Versions of registered models with what GraphQL shows of them and the REST API leaves out.</summary>
internal static class GraphQlVersions
{
    /// <summary>A page of versions as a message.</summary>
    public static JsonObject ToNode(ModelVersionsReply page)
    {
        var node = Reply.ToNode(page);
        foreach (var version in node["model_versions"]?.AsArray() ?? [])
        {
            // No version has a deployment job. An enum without a value is its first name.
            version!["deployment_job_state"] = new JsonObject
            {
                ["job_state"] = "DEPLOYMENT_JOB_CONNECTION_STATE_UNSPECIFIED",
                ["run_state"] = "DEPLOYMENT_JOB_RUN_STATE_UNSPECIFIED",
            };
        }

        return node;
    }
}
