// Who the agent is to others, and where they are signed in.

import { signal } from "@preact/signals";
import { call } from "../platform/index.js";
import { closeDialog, say } from "./app.js";
import { inWords, notify, tried } from "./notices.js";

/** @typedef {import("../types/view.js").DeviceRow} DeviceRow */

/** The agent's own photo, as an address of this screen. */
export const photo = signal(/** @type {string | null} */ (null));
/** `null` before the hub said, and where it cannot. */
export const devices = signal(/** @type {DeviceRow[] | null} */ (null));

/** Pictures that are larger are not sent. */
const LARGEST = 10 * 1024 * 1024;

export async function learnPhoto() {
  const found = await call("photo").catch(() => null);
  if (!found) return;
  if (photo.value) URL.revokeObjectURL(photo.value);
  photo.value = found.jpeg ? URL.createObjectURL(new Blob([Uint8Array.from(atob(found.jpeg), (sign) => sign.charCodeAt(0))], { type: "image/jpeg" })) : null;
}

/** Of somebody else nothing is left. */
export function forgetOwn() {
  if (photo.value) URL.revokeObjectURL(photo.value);
  photo.value = devices.value = null;
}

/** @param {File} file */
export async function setPhoto(file) {
  if (file.size > LARGEST) return void notify({ key: "photo", text: say.value("error-not-a-photo"), alert: true });
  if (await tried(call("set_photo", { bytes: await inBase64(file) }))) await photoChanged();
}

export async function removePhoto() {
  if (await tried(call("remove_photo"))) await photoChanged();
}

async function photoChanged() {
  notify({ key: "photo", text: say.value("photo-done") });
  await learnPhoto();
}

/** @param {string} name */
export const setName = (name) => tried(call("set_name", { name }));

/** What was not changed stays in the form, with the reason. @param {{ old: string, new: string, end_others: boolean }} passwords
 * @returns {Promise<string | null>} */
export async function changePassword(passwords) {
  try {
    await call("change_password", passwords);
  } catch (error) {
    return inWords(error);
  }
  closeDialog();
  notify({ key: "password", text: say.value("password-done") });
  await learnDevices();
  return null;
}

export async function learnDevices() {
  devices.value = await call("devices").catch(() => null);
}

/** @param {DeviceRow} device */
export async function endDevice(device) {
  await tried(call("end_device", { device: device.id }));
  await learnDevices();
}

/** @param {File} file @returns {Promise<string>} */
function inBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
