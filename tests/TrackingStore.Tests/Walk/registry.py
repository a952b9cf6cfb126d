"""The model registry as MLflow's own Python client uses it. Usage: registry.py URL. Ends with the line 'passed'."""
import os
import sys
import time
import uuid
import warnings

url = sys.argv[1]
os.environ["MLFLOW_TRACKING_URI"] = url
os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "1")
os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
warnings.simplefilter("ignore")

from mlflow import MlflowClient  # noqa: E402
from mlflow.exceptions import MlflowException  # noqa: E402

client = MlflowClient(tracking_uri=url, registry_uri=url)
prefix = "r" + uuid.uuid4().hex[:12]


def same(actual, expected):
    if actual != expected:
        raise AssertionError(f"expected {expected!r}, got {actual!r}")


def fails(code, text, action, *args, **kwargs):
    try:
        action(*args, **kwargs)
    except MlflowException as e:
        same(e.error_code, code)
        if text not in str(e):
            raise AssertionError(f"expected {text!r} in {e}") from e
        return
    raise AssertionError(f"expected {code}: {text}")


# Models: created once, described, tagged, renamed.
name = prefix + "-model"
model = client.create_registered_model(name, tags={"team": "blue", "n": "1"}, description="first")
same((model.name, model.description, model.tags), (name, "first", {"team": "blue", "n": "1"}))
same(model.creation_timestamp, model.last_updated_timestamp)
same((model.latest_versions, model.aliases), ([], {}))
fails("RESOURCE_ALREADY_EXISTS", f"Registered Model (name={name}) already exists.", client.create_registered_model, name)
fails("INVALID_PARAMETER_VALUE", "Missing value for required parameter 'name'", client.create_registered_model, "")
fails("INVALID_PARAMETER_VALUE", "cannot contain '/' or ':'", client.create_registered_model, "a/b")
fails("RESOURCE_DOES_NOT_EXIST", f"Registered Model with name={prefix} not found", client.get_registered_model, prefix)
time.sleep(0.01)
updated = client.update_registered_model(name, description="second")
same(updated.description, "second")
if not updated.last_updated_timestamp > model.last_updated_timestamp:
    raise AssertionError("an update changes the time")
client.set_registered_model_tag(name, "n", "2")
client.set_registered_model_tag(name, "gone", "x")
client.delete_registered_model_tag(name, "gone")
client.delete_registered_model_tag(name, "gone")
same(client.get_registered_model(name).tags, {"team": "blue", "n": "2"})
same(client.get_registered_model(name).last_updated_timestamp, updated.last_updated_timestamp)
old, name = name, prefix + "-renamed"
client.rename_registered_model(old, name)
same(client.get_registered_model(name).name, name)
fails("RESOURCE_DOES_NOT_EXIST", "not found", client.get_registered_model, old)

# Versions: numbers, runs, sources, descriptions, tags.
run = client.create_run(client.create_experiment(prefix))
uri = run.info.artifact_uri
client.log_text(run.info.run_id, "hello", "model/MLmodel")
first = client.create_model_version(
    name, uri + "/model", run.info.run_id, tags={"k": "v"}, run_link="http://link", description="v1")
same((first.name, first.version, first.current_stage, first.status), (name, "1", "None", "READY"))
same((first.source, first.run_id, first.run_link), (uri + "/model", run.info.run_id, "http://link"))
same((first.description, first.tags, first.aliases), ("v1", {"k": "v"}, []))
second = client.create_model_version(name, f"models:/{name}/1")
same(second.version, "2")
same(client.get_model_version_download_uri(name, "2"), uri + "/model")
fails("INVALID_PARAMETER_VALUE", "Invalid model version source", client.create_model_version, name, "/etc/passwd")
fails("RESOURCE_DOES_NOT_EXIST", prefix + "-nobody", client.create_model_version, prefix + "-nobody", "s3://b")
same(client.update_model_version(name, "2", "v2").description, "v2")
client.set_model_version_tag(name, "2", "k", "w")
client.set_model_version_tag(name, "2", "gone", "x")
client.delete_model_version_tag(name, "2", "gone")
client.delete_model_version_tag(name, "2", "gone")
same(client.get_model_version(name, "2").tags, {"k": "w"})
fails("RESOURCE_DOES_NOT_EXIST", f"Model Version (name={name}, version=9) not found", client.get_model_version, name, "9")

# Stages: the latest version of each, and the archive.
client.create_model_version(name, "s3://bucket/3")
same(client.transition_model_version_stage(name, "1", "staging").current_stage, "Staging")
same(client.transition_model_version_stage(name, "2", "Staging", archive_existing_versions=True).current_stage, "Staging")
latest = {version.current_stage: version.version for version in client.get_latest_versions(name)}
same(latest, {"None": "3", "Staging": "2", "Archived": "1"})
same([version.version for version in client.get_latest_versions(name, ["Archived"])], ["1"])
same(len(client.get_registered_model(name).latest_versions), 3)
fails("INVALID_PARAMETER_VALUE", "Invalid Model Version stage: bogus",
      client.transition_model_version_stage, name, "1", "bogus")

# Aliases: each names one version.
client.set_registered_model_alias(name, "best", "1")
client.set_registered_model_alias(name, "best", "2")
client.set_registered_model_alias(name, "safe", "1")
same(client.get_registered_model(name).aliases, {"best": "2", "safe": "1"})
found = client.get_model_version_by_alias(name, "best")
same((found.version, found.aliases), ("2", ["best"]))
fails("INVALID_PARAMETER_VALUE", "Registered model alias nobody not found.", client.get_model_version_by_alias, name, "nobody")
fails("INVALID_PARAMETER_VALUE", "reserved", client.set_registered_model_alias, name, "latest", "1")
fails("RESOURCE_DOES_NOT_EXIST", "version=9", client.set_registered_model_alias, name, "best", "9")
client.delete_registered_model_alias(name, "safe")
client.delete_registered_model_alias(name, "safe")
same(client.get_registered_model(name).aliases, {"best": "2"})

# Searches: filters, order, pages.
others = [f"{prefix}-page-{i}" for i in range(7)]
for i, other in enumerate(others):
    client.create_registered_model(other, tags={"odd": str(i % 2)})
pages, token = [], None
while True:
    page = client.search_registered_models(f"name LIKE '{prefix}-page-%'", max_results=3, page_token=token)
    pages.append([model.name for model in page])
    token = page.token
    if not token:
        break
same(pages, [others[:3], others[3:6], others[6:]])
odd = client.search_registered_models(f"name ILIKE '{prefix.upper()}-PAGE-%' AND tags.odd = '1'", order_by=["name DESC"])
same([model.name for model in odd], [others[5], others[3], others[1]])
fails("INVALID_PARAMETER_VALUE", "", client.search_registered_models, "run_id = 'x'")
fails("INVALID_PARAMETER_VALUE", "max_results", client.search_registered_models, max_results=1001)
mine = client.search_model_versions(f"name = '{name}'", order_by=["version_number ASC"])
same([version.version for version in mine], ["1", "2", "3"])
same([version.version for version in client.search_model_versions(f"run_id = '{run.info.run_id}'")], ["1"])
same([version.version for version in client.search_model_versions(f"run_id IN ('{run.info.run_id}', 'a')")], ["1"])
same([version.version for version in client.search_model_versions(f"name = '{name}' AND tags.k = 'w'")], ["2"])
two = client.search_model_versions(f"name = '{name}'", max_results=2, order_by=["version_number DESC"])
same([version.version for version in two], ["3", "2"])
rest = client.search_model_versions(
    f"name = '{name}'", max_results=2, order_by=["version_number DESC"], page_token=two.token)
same(([version.version for version in rest], rest.token or None), (["1"], None))

# Deletions: a version takes its aliases, and its number is not given again; a model takes everything.
client.delete_model_version(name, "2")
fails("RESOURCE_DOES_NOT_EXIST", "version=2", client.get_model_version, name, "2")
fails("RESOURCE_DOES_NOT_EXIST", "version=2", client.delete_model_version, name, "2")
fails("INVALID_PARAMETER_VALUE", "not found", client.get_model_version_by_alias, name, "best")
client.delete_model_version(name, "3")
same(client.create_model_version(name, "s3://bucket/4").version, "4")
client.delete_registered_model(name)
fails("RESOURCE_DOES_NOT_EXIST", "not found", client.get_registered_model, name)
fails("RESOURCE_DOES_NOT_EXIST", "not found", client.delete_registered_model, name)
client.create_registered_model(name)
same(client.create_model_version(name, "s3://bucket/1").version, "1")
same(client.get_registered_model(name).aliases, {})

print("passed")
